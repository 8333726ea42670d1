//! Reads a release and prints what it read as JSON: `read FILE`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("usage: read FILE")?;
    let decoded = muragat_language::decode(&std::fs::read(file)?)?;
    println!(
        "{}",
        serde_json::to_string_pretty(&muragat_language::read(&decoded.text))?
    );
    Ok(())
}
