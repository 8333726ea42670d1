//! The scheme `photo`: `photo://localhost/<photo uuid>/<edge>/<quarters>` gives a picture as JPEG. An address
//! names a record, one of a few sizes and how the picture is turned, never a file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use tauri::http::{Method, Request, Response, StatusCode, header};
use tauri::{AppHandle, Manager, UriSchemeResponder};

use muragat_shell::wire::Problem;
use muragat_shell::{DRAWERS, OpenLibrary};

/// The scheme's name; tauri.conf.json allows images from it and nothing else.
pub const SCHEME: &str = "photo";

/// Longer edges in pixels: of the filmstrip, of the grid, of the large view, of the large view zoomed.
const EDGES: [u32; 4] = [256, 512, 2048, 4096];

/// Answers a request for a picture, away from the thread that draws the window.
pub fn answer(app: &AppHandle, request: &Request<Vec<u8>>, responder: UriSchemeResponder) {
    let asked = (request.method() == Method::GET)
        .then(|| asked(request.uri().path()))
        .flatten();
    let Some((photo, edge)) = asked else {
        return responder.respond(nothing());
    };
    app.state::<Drawers>().ask(Asked {
        photo,
        edge,
        responder,
    });
}

/// A picture that somebody waits for.
struct Asked {
    photo: String,
    edge: u32,
    responder: UriSchemeResponder,
}

/// The threads that draw. What was asked for last is drawn first: it is what one looks at now, while
/// earlier wishes have been scrolled past.
pub struct Drawers {
    asked: Arc<(Mutex<Vec<Asked>>, Condvar)>,
}

impl Drawers {
    /// Starts them.
    pub fn start(library: &Arc<OpenLibrary>) -> Drawers {
        let asked = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
        for drawer in 0..DRAWERS {
            let (asked, library) = (Arc::clone(&asked), Arc::clone(library));
            thread::spawn(move || {
                loop {
                    let next = next(&asked);
                    let answer = draw(&library, drawer, &next);
                    next.responder.respond(answer);
                }
            });
        }
        Drawers { asked }
    }

    fn ask(&self, one: Asked) {
        let (asked, more) = &*self.asked;
        asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(one);
        more.notify_one();
    }
}

/// Waits for the next wish.
fn next((asked, more): &(Mutex<Vec<Asked>>, Condvar)) -> Asked {
    let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        if let Some(last) = asked.pop() {
            return last;
        }
        asked = more.wait(asked).unwrap_or_else(PoisonError::into_inner);
    }
}

fn draw(library: &OpenLibrary, drawer: usize, asked: &Asked) -> Response<Vec<u8>> {
    let Asked { photo, edge, .. } = asked;
    // What a stranger's picture does to its decoder ends here.
    let drawn = catch_unwind(AssertUnwindSafe(|| library.draw(drawer, photo, *edge)));
    let drawn: Result<Vec<u8>, Problem> = match drawn {
        Ok(drawn) => drawn.map_err(Problem::from),
        Err(_) => Err(Problem::unexpected(&"drawing panicked")),
    };
    match drawn {
        Ok(jpeg) => picture(jpeg),
        Err(problem) => {
            // The window shows that the picture is missing; why is for who looks for the cause.
            eprintln!(
                "muragat-desktop: photo {photo}: {} {}",
                problem.code, problem.data
            );
            nothing()
        }
    }
}

/// The photo and the size that a path names.
fn asked(path: &str) -> Option<(String, u32)> {
    let (photo, size) = path.strip_prefix('/')?.split_once('/')?;
    // how it is turned stands in the record; the address tells one drawing of it from another
    let (edge, turned) = size.split_once('/')?;
    let is_uuid = photo.len() == 36
        && photo
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
    let edge = EDGES.into_iter().find(|known| known.to_string() == edge)?;
    let is_turn = matches!(turned, "0" | "1" | "2" | "3");
    (is_uuid && is_turn).then(|| (photo.to_owned(), edge))
}

/// A picture never changes: its original does not, and turned otherwise it has another address.
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
