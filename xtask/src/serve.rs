//! A static file server for the page, on this machine only.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::house::{House, Outcome, heading};
use crate::page;

const PORT: u16 = 8080;
/// A request's line and headers are read up to here.
const LONGEST_LINE: u64 = 16 * 1024;

/// `cargo xtask serve [--port N] [--built]`
pub(crate) fn command(house: &House, args: &[String]) -> Outcome {
    let mut port = PORT;
    let mut built = false;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--built" => built = true,
            "--port" => {
                let number = args.next().map(String::as_str).unwrap_or_default();
                port = number
                    .parse()
                    .map_err(|_| format!("\"{number}\" is not a port"))?;
            }
            _ => return Err(format!("serve does not know \"{arg}\"")),
        }
    }
    if !built {
        heading("page");
        page::build(house)?;
    }
    serve(&house.path("dist/site"), port)
}

fn serve(folder: &Path, port: u16) -> Outcome {
    let (listener, folder) = open(folder, port)?;
    println!("\nprefile is on http://127.0.0.1:{port}/ (Ctrl-C ends it)");
    answer_all(&listener, &folder);
    Ok(())
}

/// The built page, as long as the command runs; its address.
pub(crate) fn beside(house: &House) -> Outcome<String> {
    let (listener, folder) = open(&house.path("dist/site"), 0)?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    thread::spawn(move || answer_all(&listener, &folder));
    Ok(format!("http://{address}/"))
}

fn open(folder: &Path, port: u16) -> Outcome<(TcpListener, Arc<Path>)> {
    let folder: Arc<Path> = folder
        .canonicalize()
        .map_err(|_| "dist/site is not built: run `cargo xtask build`".to_owned())?
        .into();
    let listener = TcpListener::bind(("127.0.0.1", port))
        .map_err(|e| format!("port {port}: {e}; choose another with --port"))?;
    Ok((listener, folder))
}

fn answer_all(listener: &TcpListener, folder: &Arc<Path>) {
    for stream in listener.incoming().flatten() {
        let folder = Arc::clone(folder);
        thread::spawn(move || answer(&stream, &folder));
    }
}

/// One request, one answer. A reader that goes away is not our error.
fn answer(stream: &TcpStream, folder: &Path) -> Option<()> {
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .ok()?;
    let mut lines = BufReader::new(std::io::Read::take(stream, LONGEST_LINE)).lines();
    let request = lines.next()?.ok()?;
    // The headers are read, so that closing does not cut the answer off, and not used.
    while lines.next()?.ok()?.as_str() != "" {}
    let mut words = request.split(' ');
    let (method, target) = (words.next()?, words.next()?);
    let found = file_of(folder, target)
        .filter(|_| matches!(method, "GET" | "HEAD"))
        .and_then(|path| Some((media_type(&path), fs::read(path).ok()?)));
    let (status, kind, body) = match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\
         cache-control: no-cache\r\nx-content-type-options: nosniff\r\nconnection: close\r\n\r\n",
        body.len()
    );
    let mut out = stream;
    out.write_all(head.as_bytes()).ok()?;
    if method != "HEAD" {
        out.write_all(&body).ok()?;
    }
    out.flush().ok()
}

/// The file that a request's target names, if it is one inside the folder.
fn file_of(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut file = folder.join(path);
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    // Links and dots are followed first: what counts is where they lead.
    let file = file.canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{file_of, media_type};
    use std::path::Path;

    #[track_caller]
    fn check(target: &str, expect: Option<&str>) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let found = file_of(folder, target);
        assert_eq!(found, expect.map(|inside| folder.join(inside)), "{target}");
    }

    #[test]
    fn only_files_inside_the_folder() {
        check("/Cargo.toml", Some("Cargo.toml"));
        check("/src/main.rs?v=1", Some("src/main.rs"));
        check("/src/../Cargo.toml", Some("Cargo.toml"));
        check("/../Cargo.toml", None);
        check("//etc/passwd", None);
        check("/src", None);
        check("/", None);
        check("Cargo.toml", None);
        check("", None);
    }

    #[test]
    fn scripts_have_a_type_that_browsers_run() {
        let kind = media_type(Path::new("a/app.js"));
        assert_eq!(kind, "text/javascript; charset=utf-8");
    }
}
