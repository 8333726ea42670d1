//! The scheme `photo`: `photo://localhost/<photo uuid>/<edge>` gives a picture as JPEG. An address
//! names a record and one of a few sizes, never a file.

use std::sync::Arc;

use tauri::http::{Method, Request, Response, StatusCode, header};
use tauri::{AppHandle, Manager, UriSchemeResponder};

use crate::desk::Desk;

/// The scheme's name; tauri.conf.json allows images from it and nothing else.
pub const SCHEME: &str = "photo";

/// Longer edges in pixels: of the filmstrip, of the grid, of the large view.
const EDGES: [u32; 3] = [256, 512, 2048];

/// Answers a request for a picture, away from the thread that draws the window.
pub fn answer(app: &AppHandle, request: &Request<Vec<u8>>, responder: UriSchemeResponder) {
    let asked = (request.method() == Method::GET)
        .then(|| asked(request.uri().path()))
        .flatten();
    let Some((photo, edge)) = asked else {
        return responder.respond(nothing());
    };
    let desk = Arc::clone(app.state::<Arc<Desk>>().inner());
    tauri::async_runtime::spawn_blocking(move || {
        responder.respond(match desk.draw(&photo, edge) {
            Ok(jpeg) => picture(jpeg),
            Err(problem) => {
                // The window shows that the picture is missing; why is for who looks for the cause.
                eprintln!(
                    "muragat-desktop: photo {photo}: {} {}",
                    problem.code, problem.data
                );
                nothing()
            }
        });
    });
}

/// The photo and the size that a path names.
fn asked(path: &str) -> Option<(String, u32)> {
    let (photo, edge) = path.strip_prefix('/')?.split_once('/')?;
    let is_uuid = photo.len() == 36
        && photo
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
    let edge = EDGES.into_iter().find(|known| known.to_string() == edge)?;
    is_uuid.then(|| (photo.to_owned(), edge))
}

/// A picture never changes: its original does not.
fn picture(jpeg: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(jpeg);
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        header::HeaderValue::from_static("image/jpeg"),
    );
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("private, max-age=86400, immutable"),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        header::HeaderValue::from_static("nosniff"),
    );
    response
}

/// 404 with nothing.
fn nothing() -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
