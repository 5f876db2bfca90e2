//! Proves the definitions in `forms/` before anyone meets them.
//!
//! Host only. Conditions become decision diagrams over what a person may answer (`condition`, `model`), a
//! definition is walked as the runtime walks it (`walk`), and what must hold of it is shown
//! (`proofs`). Answers by chance hold the diagrams against the runtime (`trials`), and every fault
//! that could be made in a definition must be caught by a proof or an example (`mutants`).

mod atom;
mod chance;
mod condition;
mod diagram;
mod examples;
mod model;
mod mutants;
mod numbers;
mod proofs;
mod session;
mod shown;
mod trials;
mod walk;
mod wanted;

use std::fmt;

use prefile::{Context, form::Answers};
use prefile_compiler::Compiled;

pub use mutants::Mutants;
pub use proofs::Failed;

/// How much is tried beside the proofs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Sessions by chance.
    pub sessions: usize,
    /// Whether faults are made to see whether they are caught.
    pub mutants: bool,
}

/// What is known of a definition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The definition's name.
    pub id: String,
    /// What is wrong with it.
    pub failed: Vec<Failed>,
    /// Its screens.
    pub screens: usize,
    /// Its questions.
    pub questions: usize,
    /// What its conditions ask of the answers, each either so or not.
    pub atoms: usize,
    /// What was decided by diagrams.
    pub by_diagrams: usize,
    /// What was left to generated answers: numbers and days that were neither found nor excluded.
    pub undecided: usize,
    /// Sessions by chance in which the runtime and the diagrams agreed.
    pub sessions: usize,
    /// Screens, questions, checks, boxes and advice that can be reached.
    pub parts: usize,
    /// Those that answers really reached.
    pub reached: usize,
    /// Its examples, each of which came out as it says.
    pub examples: usize,
    /// Faults that were made in it; none where it has others, or where that was not wanted.
    pub mutants: Mutants,
}

/// Answers by chance, as a person may give them; none of a definition that outgrows the diagrams.
#[must_use]
pub fn sessions(compiled: &Compiled, count: usize) -> Vec<(Answers, Context)> {
    let definition = &compiled.definition;
    let Ok(model) = model::Model::new(definition, None) else {
        return Vec::new();
    };
    let mut chance = chance::Chance::new(0x0070_7265_6669_6c65);
    let session = |_| {
        let session = session::Session::random(&model, &mut chance);
        (session.answers(definition), session.context())
    };
    (0..count).map(session).collect()
}

/// Proves a definition, runs its examples, and makes faults in it.
#[must_use]
pub fn prove(compiled: &Compiled, effort: Effort) -> Report {
    let proved = proofs::prove(compiled);
    let tried = if proved.given_up {
        trials::Tried::default()
    } else {
        trials::trials(compiled, &proved.reached, effort.sessions)
    };
    let mut failed = proved.failed;
    failed.extend(tried.failed);
    failed.extend(examples::run(compiled));
    let mutants = if failed.is_empty() && effort.mutants {
        mutants::mutants(compiled)
    } else {
        Mutants::default()
    };
    let definition = &compiled.definition;
    Report {
        id: definition.id.clone(),
        failed,
        screens: definition.screens.len(),
        questions: definition
            .screens
            .iter()
            .map(|screen| screen.questions.len())
            .sum(),
        atoms: proved.atoms,
        by_diagrams: proved.questions - proved.undecided,
        undecided: proved.undecided,
        sessions: tried.sessions,
        parts: proved.reached.len(),
        reached: tried.reached,
        examples: compiled.examples.len(),
        mutants,
    }
}

impl Report {
    /// Whether nothing is wrong, and enough faults are caught.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.failed.is_empty() && self.mutants.enough()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {} screens, {} questions, {} atoms; {} proofs by diagrams, {} left to generated \
             answers; {} sessions agree, {} of {} parts reached; {} examples; {} of {} faults \
             caught, {} change nothing",
            self.id,
            self.screens,
            self.questions,
            self.atoms,
            self.by_diagrams,
            self.undecided,
            self.sessions,
            self.reached,
            self.parts,
            self.examples,
            self.mutants.caught,
            self.mutants.all(),
            self.mutants.equivalent,
        )?;
        if self.mutants.every > 1 {
            write!(f, "; of the faults one in {} was made", self.mutants.every)?;
        }
        Ok(())
    }
}
