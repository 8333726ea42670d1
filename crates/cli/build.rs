//! Gives the program its icon, version and manifest, where it is built for Windows.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let assets = "../../assets";
    let (icon, manifest) = (
        format!("{assets}/icons/icon.ico"),
        format!("{assets}/windows/muragat.exe.manifest"),
    );
    println!("cargo:rerun-if-changed={icon}");
    println!("cargo:rerun-if-changed={manifest}");
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "windows") {
        winresource::WindowsResource::new()
            .set("ProductName", "Мұрағат")
            .set("FileDescription", "Мұрағат")
            .set("CompanyName", "Muragat")
            .set("LegalCopyright", "MIT OR Apache-2.0")
            .set_icon(&icon)
            .set_manifest_file(&manifest)
            .compile()?;
    }
    Ok(())
}
