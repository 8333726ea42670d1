//! The scheme `photo`: `photo://localhost/<photo uuid>/<edge>/<quarters>` gives a picture as JPEG, and with `first` for the
//! edge what can be shown of it at once, until it is drawn. An address names a record, one of a few sizes and how the picture
//! is turned, never a file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use tauri::http::{Method, Request, Response, StatusCode, header};
use tauri::{AppHandle, Manager, UriSchemeResponder};

use muragat_shell::wire::Problem;
use muragat_shell::{DRAWERS, OpenLibrary};

/// The scheme's name; tauri.conf.json allows images from it and nothing else.
pub const SCHEME: &str = "photo";

/// Longer edges in pixels: of lists, of the large view, of the large view zoomed.
const EDGES: [u32; 3] = [256, 2048, 4096];

/// Answers a request for a picture, away from the thread that draws the window.
pub fn answer(app: &AppHandle, request: &Request<Vec<u8>>, responder: UriSchemeResponder) {
    let asked = (request.method() == Method::GET)
        .then(|| asked(request.uri().path()))
        .flatten();
    let Some((photo, size)) = asked else {
        return responder.respond(nothing());
    };
    app.state::<Drawers>().ask(Asked {
        photo,
        size,
        responder,
    });
}

/// A picture that somebody waits for.
struct Asked {
    photo: String,
    size: Size,
    responder: UriSchemeResponder,
}

/// What of a photo is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    /// What there is at once.
    First,
    /// The picture, its longer edge so many pixels.
    Edge(u32),
}

/// Wishes that wait.
type Wishes = Arc<(Mutex<Vec<Asked>>, Condvar)>;

/// The threads that draw, and one for what needs no drawing. What was asked for last comes first: it is what one looks at
/// now, while earlier wishes have been scrolled past.
pub struct Drawers {
    drawn: Wishes,
    first: Wishes,
}

impl Drawers {
    /// Starts them.
    pub fn start(library: &Arc<OpenLibrary>) -> Drawers {
        let (drawn, first) = (Wishes::default(), Wishes::default());
        let drawers = (0..DRAWERS).map(|drawer| (&drawn, drawer));
        for (wishes, drawer) in drawers.chain([(&first, 0)]) {
            let (wishes, library) = (Arc::clone(wishes), Arc::clone(library));
            thread::spawn(move || {
                loop {
                    let next = next(&wishes);
                    let answer = draw(&library, drawer, &next);
                    next.responder.respond(answer);
                }
            });
        }
        Drawers { drawn, first }
    }

    fn ask(&self, one: Asked) {
        let wishes = match one.size {
            Size::First => &self.first,
            Size::Edge(_) => &self.drawn,
        };
        let (asked, more) = &**wishes;
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
    let Asked { photo, size, .. } = asked;
    // What a stranger's picture does to its decoder ends here.
    let drawn = catch_unwind(AssertUnwindSafe(|| match *size {
        Size::First => library.first_picture(photo),
        Size::Edge(edge) => library.draw(drawer, photo, edge).map(Some),
    }));
    let drawn: Result<Option<Vec<u8>>, Problem> = match drawn {
        Ok(drawn) => drawn.map_err(Problem::from),
        Err(_) => Err(Problem::unexpected(&"drawing panicked")),
    };
    match drawn {
        Ok(Some(jpeg)) => picture(jpeg, *size),
        Ok(None) => nothing(),
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
fn asked(path: &str) -> Option<(String, Size)> {
    let (photo, size) = path.strip_prefix('/')?.split_once('/')?;
    // how it is turned stands in the record; the address tells one drawing of it from another
    let (edge, turned) = size.split_once('/')?;
    let is_uuid = photo.len() == 36
        && photo
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
    let size = match edge {
        "first" => Size::First,
        edge => Size::Edge(EDGES.into_iter().find(|known| known.to_string() == edge)?),
    };
    let is_turn = matches!(turned, "0" | "1" | "2" | "3");
    (is_uuid && is_turn).then(|| (photo.to_owned(), size))
}

/// A picture never changes: its original does not, and turned otherwise it has another address. What is there at once gives
/// way to it.
fn picture(jpeg: Vec<u8>, size: Size) -> Response<Vec<u8>> {
    let kept_by_the_page = match size {
        Size::First => "no-store",
        Size::Edge(_) => "private, max-age=86400, immutable",
    };
    let mut response = Response::new(jpeg);
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        header::HeaderValue::from_static("image/jpeg"),
    );
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static(kept_by_the_page),
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
