//! What a person does to the library itself: it is given a name.

use crate::error::Error;
use crate::nouns::library::Library;
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows;
use crate::values::one_line;

impl Archive {
    /// Gives the library a name of its own; with an empty one it is called as its folder is.
    ///
    /// # Errors
    /// [`Error::EditConflict`]; read-only, busy, full.
    pub fn rename_library(&mut self, name: &str) -> Result<Outcome<()>, Error> {
        let name = Some(one_line(name)).filter(|name| !name.is_empty());
        let uuid = self.uuid().to_owned();
        self.transact(OpKind::RenameLibrary, |tx| {
            let library: Library = rows::by_uuid(tx.sql(), &uuid)?;
            tx.update(&Library { name, ..library })
        })
    }
}
