//! The copy of the answers for Adobe's programs.

use crate::maker::{Maker, text};
use lopdf::{Object, Stream, dictionary};
use prefile_pdf::{Form, script::Rule};

const TEMPLATE: &str = r#"<?xml version="1.0"?><template xmlns="http://www.xfa.org/schema/xfa-template/3.6/">
<subform name="form1"><pageSet><pageArea name="Page1"/></pageSet>
<subform><field name="Line1"><value><text>none</text></value>
<event activity="change"><script contentType="application/x-javascript">
var regex = /[^A-Z]/ if (regex.test(xfa.event.change)) { xfa.event.change = ""; }</script></event></field>
<area><field name="Line2"/></area></subform>
<subform><field name="Line1"/><field name="Date"/><field name="Yes"><bind match="global"/></field>
<field name="Yes"><bind match="global"/></field><field name="Own"><bind match="none"/></field></subform>
</subform></template>"#;

/// A form with two descriptions: names with values, and the copy of the answers.
fn form(fields: &[(&str, &str)], answers: &str) -> Form {
    let mut maker = Maker::new(1);
    let mut all: Vec<Object> = Vec::new();
    for (name, value) in fields {
        let mut field = dictionary! { "T" => text(name), "V" => text(value), "FT" => "Tx" };
        if let Some(state) = name.strip_prefix("form1[0].#subform[1].Yes") {
            let state = if state == "[0]" { "Y" } else { "N" };
            field.set("FT", "Btn");
            field.set("V", if value.is_empty() { "Off" } else { *value });
            let states = dictionary! { "Off" => Object::Null, state => Object::Null };
            field.set("AP", dictionary! { "N" => states });
        }
        all.push(maker.document.add_object(field).into());
    }
    let mut packet = |content: &str| {
        let mut stream = Stream::new(dictionary! {}, content.as_bytes().to_vec());
        stream.compress().expect("compressed");
        Object::Reference(maker.document.add_object(stream))
    };
    let packets = vec![
        text("template"),
        packet(TEMPLATE),
        text("datasets"),
        packet(answers),
    ];
    maker.set(maker.form, "Fields", all);
    maker.set(maker.form, "XFA", packets);
    Form::open(&maker.plain()).expect("a form")
}

/// Which boxes are disputed, and what the other copy says.
#[track_caller]
fn check(fields: &[(&str, &str)], answers: &str, expected: &[(&str, &str)]) {
    let answers =
        format!("<xfa:datasets><xfa:data><form1>{answers}</form1></xfa:data></xfa:datasets>");
    let form = form(fields, &answers);
    let disputed = form
        .fields
        .iter()
        .filter_map(|field| Some((field.name.as_str(), field.disputed()?)));
    assert_eq!(disputed.collect::<Vec<_>>(), expected, "{answers}");
}

const ONE: &str = "form1[0].#subform[0].Line1[0]";
const OTHER: &str = "form1[0].#subform[1].Line1[1]";
const AREA: &str = "form1[0].#subform[0].#area[0].Line2[0]";
const DATE: &str = "form1[0].#subform[1].Date[0]";
const YES: &str = "form1[0].#subform[1].Yes[0]";
const NO: &str = "form1[0].#subform[1].Yes[1]";
const OWN: &str = "form1[0].#subform[1].Own[0]";

#[test]
fn where_they_agree() {
    let fields = [
        (OTHER, "b"),
        (ONE, "a"),
        (AREA, "x & y"),
        (DATE, "10/05/1967"),
        (YES, ""),
        (NO, "N"),
        (OWN, "z"),
    ];
    check(
        &fields,
        "<Line1>a</Line1><Line1>b</Line1><Line2>x &amp; y</Line2><Date>1967-10-05</Date><Yes>N</Yes>",
        &[],
    );
}

#[test]
fn where_they_differ() {
    check(
        &[(ONE, "a"), (OTHER, "b")],
        "<Line1>a</Line1><Line1>c</Line1>",
        &[(OTHER, "c")],
    );
    // A program that knows one copy only has filled the form.
    check(&[(AREA, "x")], "<Line2/>", &[(AREA, "")]);
    check(&[(AREA, "")], "<Line2>x</Line2>", &[(AREA, "x")]);
    check(
        &[(YES, "Y"), (NO, "")],
        "<Yes>N</Yes>",
        &[(YES, ""), (NO, "N")],
    );
}

#[test]
fn where_nothing_can_be_said() {
    // Three values for two boxes, a box that has no other copy, one that is not there.
    check(&[(ONE, "a"), (OTHER, "b")], "<Line1/><Line1/><Line1/>", &[]);
    check(&[(OWN, "a")], "<Own>b</Own>", &[]);
    check(&[(AREA, "a")], "", &[]);
}

#[test]
fn scripts_and_defaults() {
    let form = form(&[(ONE, "none"), (OTHER, "none")], "");
    assert_eq!(form.fields[0].answer(), None);
    assert_eq!(form.fields[1].answer(), Some("none"));
    let [script] = &form.scripts[..] else {
        panic!("one script")
    };
    assert_eq!(
        (script.name.as_str(), script.event.as_str()),
        (ONE, "change")
    );
    assert!(matches!(script.rules.as_deref(), Some([Rule::Takes(_)])));
}

#[test]
fn hostile_xml() {
    let deep = "<a>".repeat(200_000);
    let entities = "<!DOCTYPE a [<!ENTITY b \"cccccccccc\"><!ENTITY d \"&b;&b;&b;\">]><form1><Line2>&d;&d;</Line2></form1>";
    for answers in [
        deep.as_str(),
        entities,
        "<",
        "<a",
        "<!--",
        "<![CDATA[",
        "&#x110000;",
        "<a b='",
        "</a></a></a>",
    ] {
        let wrapped = format!("<datasets><data>{answers}");
        let form = form(&[(AREA, "x")], &wrapped);
        let other = form.fields[0].disputed().unwrap_or_default();
        assert!(other.len() < 20, "{other}");
    }
}
