//! A paste too long for a box. A browser needs seconds to lay out megabytes in a text box, so
//! they are kept aside, whole and unaltered, and the box stays as it is.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Function, JsString, Reflect};
use prefile::LONGEST_SCANNED;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

/// A text up to this many UTF-16 units goes into the box.
const FITS: u32 = 200_000;

/// What was pasted.
#[derive(Clone)]
pub(crate) enum LongPaste {
    Text(String),
    /// Longer than anything that is read. It is not even copied.
    TooLong,
}

impl LongPaste {
    fn new(pasted: &JsString) -> Self {
        if pasted.length() as usize > LONGEST_SCANNED {
            return Self::TooLong;
        }
        let text = String::from(pasted);
        if text.len() > LONGEST_SCANNED {
            Self::TooLong
        } else {
            Self::Text(text)
        }
    }
}

/// Calls `act` instead of the browser when a long text is pasted or dropped.
pub(crate) fn listen(
    target: &EventTarget,
    act: impl Fn(LongPaste) + Copy + 'static,
) -> [EventListener; 2] {
    [("paste", "clipboardData"), ("drop", "dataTransfer")].map(|(event, data)| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(target, event, options, move |event| {
            let text = text_of(event, data).ok();
            if let Some(text) = text.filter(|text| text.length() > FITS) {
                event.prevent_default();
                act(LongPaste::new(&text));
            }
        })
    })
}

/// The text that an event brings, still on the browser's side.
fn text_of(event: &JsValue, data: &str) -> Result<JsString, JsValue> {
    let data = Reflect::get(event, &data.into())?;
    let get: Function = Reflect::get(&data, &"getData".into())?.dyn_into()?;
    get.call1(&data, &"text/plain".into())?.dyn_into()
}
