//! A small form, written by crate `lopdf`.

use lopdf::{Document, Object, ObjectId, StringFormat, dictionary, xref::XrefType};

/// A text as a PDF writes it.
pub fn text(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

/// A document with a catalogue, so many pages, and this form.
pub struct Maker {
    pub document: Document,
    pub pages: Vec<ObjectId>,
    pub tree: ObjectId,
    pub form: ObjectId,
}

impl Maker {
    pub fn new(pages: usize) -> Self {
        let mut document = Document::with_version("1.7");
        let tree = document.new_object_id();
        let pages: Vec<ObjectId> = (0..pages)
            .map(|_| document.add_object(dictionary! { "Type" => "Page", "Parent" => tree }))
            .collect();
        let kids: Vec<Object> = pages.iter().map(|page| (*page).into()).collect();
        let count = i64::try_from(kids.len()).expect("few");
        let node = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
        document.objects.insert(tree, node.into());
        let form = document.add_object(dictionary! { "Fields" => Vec::<Object>::new() });
        let root = document.add_object(dictionary! {
            "Type" => "Catalog", "Pages" => tree, "AcroForm" => form,
        });
        document.trailer.set("Root", root);
        let id = vec![text("0123456789abcdef"), text("0123456789abcdef")];
        document.trailer.set("ID", id);
        Self {
            document,
            pages,
            tree,
            form,
        }
    }

    /// A page with a field of each shape on each of two pages.
    pub fn usual() -> Self {
        let mut maker = Self::new(2);
        let top = maker.document.new_object_id();
        let page = |maker: &Self, at: usize| maker.pages[at];
        let (first, second) = (page(&maker, 0), page(&maker, 1));
        let family = maker.document.add_object(dictionary! {
            "T" => text("FamilyName[0]"), "Parent" => top, "P" => first, "V" => text("Garc\u{ed}a"),
            "TU" => text("Part 1. Item Number 1. Family Name"), "MaxLen" => 30,
            "Rect" => vec![100.into(), 700.into(), 200.5.into(), 690.into()],
        });
        // Written in the PDF's own letters, not in UTF-8.
        let name = Object::String(b"Garc\xeda".to_vec(), StringFormat::Literal);
        maker.set(family, "V", name);
        let states = dictionary! { "Off" => Object::Null, " APT " => Object::Null };
        let unit = maker.document.add_object(dictionary! {
            "T" => text("Unit[0]"), "FT" => "Btn", "Parent" => top, "P" => second,
            "AP" => dictionary! { "N" => states }, "V" => " APT ", "AS" => " APT ",
        });
        let state = maker.document.add_object(dictionary! {
            "T" => text("State[0]"), "FT" => "Ch", "Parent" => top, "Ff" => 1 << 17, "P" => second,
            "Opt" => vec![text(" "), vec![text("NY"), text("New York")].into()], "V" => text("NY"),
        });
        let code = maker.document.add_object(dictionary! {
            "T" => text("PDF417BarCode1[0]"), "Parent" => top, "Ff" => 1, "P" => second,
            "V" => text("I-765|08/21/25|2"),
        });
        let comb = maker.document.add_object(dictionary! {
            "T" => text("Number[0]"), "Parent" => top, "Ff" => 1 << 24, "MaxLen" => 9,
            "F" => 2, "Kids" => Vec::<Object>::new(),
        });
        let kids: Vec<Object> = [family, unit, state, code, comb].map(Object::from).into();
        let node = dictionary! { "T" => text("form1[0]"), "FT" => "Tx", "Kids" => kids };
        maker.document.objects.insert(top, node.into());
        maker.set(maker.form, "Fields", vec![top.into()]);
        // A page lists what is drawn on it; `P` alone does it for the others.
        maker.set(first, "Annots", vec![family.into(), comb.into()]);
        maker
    }

    /// The same with a space for more on its second page.
    pub fn with_space() -> Self {
        let mut maker = Self::usual();
        let top = maker.document.get_dictionary(maker.form).expect("a form");
        let mut fields = top
            .get(b"Fields")
            .and_then(Object::as_array)
            .expect("fields")
            .clone();
        for (name, tooltip, corners) in [
            ("Page", "3. A. Enter Page Number.", [60, 400, 120, 418]),
            ("Part", "3. B. Enter Part Number.", [140, 400, 200, 418]),
            ("Item", "3. C. Enter Item Number.", [220, 400, 290, 418]),
            (
                "More",
                "3. D. Enter Additional Information.",
                [60, 200, 290, 394],
            ),
        ] {
            let corners = corners.map(|corner: i64| Object::from(corner));
            let tooltip = format!("Part 6. Additional Information. {tooltip}");
            let field = maker.document.add_object(dictionary! {
                "T" => text(name), "FT" => "Tx", "TU" => text(&tooltip), "P" => maker.pages[1],
                "Rect" => corners.to_vec(), "Ff" => if name == "More" { 1 << 12 } else { 0 },
            });
            fields.push(field.into());
        }
        maker.set(maker.form, "Fields", fields);
        maker
    }

    /// The field of this name.
    pub fn field(&self, name: &str) -> ObjectId {
        let named = |object: &Object| {
            let dict = object.as_dict().ok()?;
            dict.get(b"T").ok()?.as_str().ok().map(<[u8]>::to_vec)
        };
        let all = self.document.objects.iter();
        let mut found = all.filter(|(_, object)| named(object).as_deref() == Some(name.as_bytes()));
        *found.next().expect("a field of this name").0
    }

    pub fn set(&mut self, id: ObjectId, name: &str, value: impl Into<Object>) {
        let object = self.document.get_dictionary_mut(id).expect("a dictionary");
        object.set(name, value);
    }

    /// With tables and every object by itself.
    pub fn plain(mut self) -> Vec<u8> {
        self.document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
        let mut out = Vec::new();
        self.document.save_to(&mut out).expect("written");
        out
    }

    /// With object streams and a cross-reference stream.
    pub fn packed(mut self) -> Vec<u8> {
        let mut out = Vec::new();
        self.document.save_modern(&mut out).expect("written");
        out
    }
}
