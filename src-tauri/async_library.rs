//! The open library, asked away from the thread that draws the window.

use std::sync::Arc;

use muragat_archive::{Archive, Error, Outcome, SeenValue, Written};
use muragat_diagnostics::note;
use muragat_shell::OpenLibrary;
use muragat_shell::wire::Problem;

/// The open library.
pub struct AsyncLibrary(Arc<OpenLibrary>);

impl AsyncLibrary {
    /// Of the library that is open.
    pub fn new(library: &Arc<OpenLibrary>) -> AsyncLibrary {
        AsyncLibrary(Arc::clone(library))
    }

    /// The library itself, for work that is away from the window's thread already.
    pub fn open_library(&self) -> Arc<OpenLibrary> {
        Arc::clone(&self.0)
    }

    /// Asks the catalogue.
    pub async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Archive) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Problem> {
        let library = self.open_library();
        aside(move || Ok(library.ask(question)?)).await
    }

    /// Asks for what is to be seen at once, beside all else that is asked.
    pub async fn show<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Archive) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Problem> {
        let library = self.open_library();
        aside(move || Ok(library.show(question)?)).await
    }

    /// Asks what is counted over many articles, beside all else that is asked.
    pub async fn count<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Archive) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Problem> {
        let library = self.open_library();
        aside(move || Ok(library.count(question)?)).await
    }

    /// Looks at what nobody waits for, beside all else that is asked.
    pub async fn look<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Archive) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Problem> {
        let library = self.open_library();
        aside(move || Ok(library.look(work)?)).await
    }

    /// Does one op, and says what it changed.
    pub async fn write<T: Send + 'static>(
        &self,
        op: impl FnOnce(&mut Archive) -> Result<Outcome<T>, Error> + Send + 'static,
    ) -> Result<Written<T>, Problem> {
        let library = self.open_library();
        aside(move || Ok(library.write(op)?)).await
    }

    /// Does one op that was made from these values, and says what it changed.
    pub async fn write_seen<T: Send + 'static>(
        &self,
        seen: Option<Vec<SeenValue>>,
        op: impl FnOnce(&mut Archive) -> Result<Outcome<T>, Error> + Send + 'static,
    ) -> Result<Written<T>, Problem> {
        self.write(move |archive| archive.having_seen(seen.unwrap_or_default(), op))
            .await
    }
}

/// Does what takes its time away from the thread that draws the window.
pub async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    let done = done.unwrap_or_else(|error| Err(Problem::unexpected(&error)));
    if let Err(problem) = &done {
        note("refused", &problem.facts());
    }
    done
}
