//! Checks tauri.conf.json and bakes it, with ui/dist, into the program; on Windows its icon, version and manifest too.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=assets/windows/muragat.exe.manifest");
    let manifest = include_str!("../assets/windows/muragat.exe.manifest");
    let windows = tauri_build::WindowsAttributes::new().app_manifest(manifest);
    Ok(tauri_build::try_build(
        tauri_build::Attributes::new().windows_attributes(windows),
    )?)
}
