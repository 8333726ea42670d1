//! Who writes, and on which machine.

/// Who writes: each op in history carries both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// A person's name, as asked for once.
    pub actor: String,
    /// The machine's name.
    pub device: String,
}

impl Identity {
    /// A person on this machine; an empty name becomes the system's user name.
    pub fn new(actor: &str) -> Identity {
        let user = || {
            ["USER", "LOGNAME", "USERNAME"]
                .iter()
                .find_map(|key| std::env::var(key).ok())
        };
        let actor = Some(actor.trim().to_owned())
            .filter(|name| !name.is_empty())
            .or_else(|| user().filter(|name| !name.trim().is_empty()))
            .unwrap_or_else(|| "muragat".to_owned());
        let device = gethostname::gethostname()
            .to_string_lossy()
            .trim()
            .to_owned();
        Identity {
            actor,
            device: if device.is_empty() {
                "localhost".to_owned()
            } else {
                device
            },
        }
    }
}
