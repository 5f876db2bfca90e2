//! The shapes of scripts, in words of our own.

use super::{Rule, recognise};

/// What a script comes to; `-` if it has no known shape.
#[track_caller]
fn check(script: &str, expected: &str) {
    let found = recognise(script).map_or("-".to_owned(), |rules| {
        rules.iter().map(shown).collect::<Vec<_>>().join("; ")
    });
    assert_eq!(found, expected, "{script}");
}

fn shown(rule: &Rule) -> String {
    match rule {
        Rule::Takes(letters) => {
            let taken: String = "09AZaz -/.'é"
                .chars()
                .filter(|letter| letters.takes(*letter))
                .collect();
            format!("takes {taken:?}")
        }
        Rule::Sets { when, target, to } => format!("{target} = {to:?} when {when:?}"),
        Rule::Opens { when, target, open } => {
            let verb = if *open { "opens" } else { "locks" };
            format!("{verb} {target} when {when:?}")
        }
        Rule::Runs { when, target } => format!("runs {target} when {when:?}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn filters() {
    let refuse = "{ xfa.event.change = \"\"; xfa.host.messageBox('No.'); }";
    check(
        &format!("var regex = /[^0-9]/\n if (regex.test(xfa.event.change)) {refuse}"),
        "takes \"09\"",
    );
    check(
        &format!(
            "// A name\n var r = /[^A-Za-z\\- ]/; if(r.test(xfa.event.change) || xfa.event.newText.length > 10) {refuse}"
        ),
        "takes \"AZaz -\"; Most(10)",
    );
    check(
        &format!(
            "var regex = /[^0-9\\.]/ if(regex.test(xfa.event.change)) {refuse} if (xfa.event.newText > 999) {refuse}"
        ),
        "takes \"09.\"; Largest(999)",
    );
    // Not what it looks like.
    check(
        &format!("var regex = /[0-9]/ if (regex.test(xfa.event.change)) {refuse}"),
        "-",
    );
    check(
        &format!("var regex = /[^0-9]/ if (other.test(xfa.event.change)) {refuse}"),
        "-",
    );
    check(
        &format!("var regex = /[^0-9]/ if (regex.test(this.rawValue)) {refuse}"),
        "-",
    );
    check("xfa.event.change = \"\";", "-");
}

#[test]
fn lengths_and_dates() {
    let blank = "{ xfa.host.messageBox(\"Look.\"); xfa.host.setFocus(this.somExpression); this.rawValue=\"\"; }";
    check(
        &format!("if (this.rawValue.length != 9) {blank}"),
        "Exactly(9)",
    );
    check(
        &format!("if (this.rawValue != null) {{ if (this.rawValue.length != 12) {blank} }}"),
        "Exactly(12)",
    );
    check(
        &format!("if (Other.rawValue != null) {{ if (this.rawValue.length != 12) {blank} }}"),
        "-",
    );
    check(
        &format!("if (this.rawValue == this.formattedValue) {blank}"),
        "Date([])",
    );
    check(
        &format!(
            "if (this.rawValue == \"D/S\" || this.rawValue == \"d/s\") {{ }} else {{ if (this.rawValue == this.formattedValue) {blank} }}"
        ),
        "Date([\"D/S\", \"d/s\"])",
    );
}

#[test]
fn what_sets_others() {
    check("No.rawValue = \"\"", "No = \"\" when []");
    check(
        "if (this.rawValue == \"Y\") { A.rawValue = ''; xfa.resolveNode(\"B[1]\").access = 'readOnly'; } else { A.access = \"open\"; }",
        "A = \"\" when [Is(\"this\", \"Y\")]; locks B[1] when [Is(\"this\", \"Y\")]; \
         opens A when [IsNot(\"this\", \"Y\")]",
    );
    check(
        "if ((this.rawValue != \" \") && (this.rawValue != null)) C.rawValue = \"USA\";",
        "C = \"USA\" when [IsNot(\"this\", \" \"), IsNot(\"this\", \"\")]",
    );
    check(
        "if (this.rawValue == null && (A.rawValue == \" \" || A.rawValue == null)) { B.access = 'open'; }",
        "opens B when [Is(\"this\", \"\"), Any([[Is(\"A\", \" \")], [Is(\"A\", \"\")]])]",
    );
    check(
        "xfa.resolveNode(\"A[0]\").execEvent(\"click\");",
        "runs A[0] when []",
    );
    check("$.rawValue = null", "this = \"\" when []");
}

#[test]
fn what_says_nothing_of_answers() {
    check("this.rawValue = xfa.layout.page(this);", "Writes");
    check(
        "var a = xfa.layout.page(this).toString(); if (a.length == 2) { this.ui.oneOfChild.dataLength = \"17\"; } \
         this.rawValue = FormID.value + Divider.value + xfa.layout.page(this);",
        "Writes",
    );
    check("xfa.host.messageBox(\"Sign.\");", "Reminds");
    check("/* A.rawValue = \"\" */ // B", "");
}

#[test]
fn other_shapes() {
    for script in [
        "for (i = 0; i < 3; i++) { A.rawValue = \"\"; }",
        "function a() { return 1; }",
        "if (this.rawValue == \"Y\") { A.rawValue = B.rawValue; }",
        "if (this.rawValue > 3) { A.rawValue = \"\"; }",
        "Own.check(\"N\", this.rawValue);",
        "app.launchURL(\"https://example.com\")",
        "A.presence = \"hidden\"",
        "if (",
        "\"open",
        "}",
        "@",
    ] {
        check(script, "-");
    }
    // Deep and long ones end.
    check(&"{".repeat(60_000), "-");
    check(&"if(".repeat(10_000), "-");
    check(&format!("if {}", "(".repeat(30_000)), "-");
    check(&";".repeat(100_000), "-");
}
