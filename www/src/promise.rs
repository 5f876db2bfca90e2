//! What comes later: a promise of the browser's, without an executor.

use core::cell::Cell;
use js_sys::{Function, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

type Then = Box<dyn FnOnce(Result<JsValue, JsValue>)>;

/// Calls `then` once with what came of it.
pub(crate) fn settle(promise: &Promise, then: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    settle_once(promise, Box::new(then));
}

/// One for all: each of its own would cost a kilobyte.
fn settle_once(promise: &Promise, then: Then) {
    let then = Rc::new(Cell::new(Some(then)));
    let other = Rc::clone(&then);
    let done = move |value: JsValue| {
        if let Some(then) = then.take() {
            then(Ok(value));
        }
    };
    let failed = move |why: JsValue| {
        if let Some(then) = other.take() {
            then(Err(why));
        }
    };
    let method: Result<Function, _> =
        Reflect::get(promise, &"then".into()).and_then(JsCast::dyn_into);
    if let Ok(method) = method {
        let (done, failed) = (Closure::once_into_js(done), Closure::once_into_js(failed));
        let _ = method.call2(promise, &done, &failed);
    }
}
