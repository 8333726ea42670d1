//! Photos: listed, described, ordered, moved; who is seen where.

use muragat_archive::record::terms::Kinship;
use muragat_archive::{
    CaptionCode, NearPhotoPage, PhotoCheck, PhotoFields, PhotoHome, PhotoLine, PhotoPage,
    PhotoQuery, PhotoStatements, PhotoTemplateLine, RegionBox, ShiftedTime, WantedStatement, Whom,
    Written,
};

use super::{Answer, Library, Seen};

/// A page of photos.
#[tauri::command]
pub async fn photos(library: Library<'_>, query: PhotoQuery) -> Answer<PhotoPage> {
    library.ask(move |archive| archive.photos(&query)).await
}

/// Photos by UUID.
#[tauri::command]
pub async fn photo_lines(library: Library<'_>, ids: Vec<String>) -> Answer<Vec<PhotoLine>> {
    library.ask(move |archive| archive.photo_lines(&ids)).await
}

/// The same fields of several photos.
#[tauri::command]
pub async fn edit_photos(
    library: Library<'_>,
    ids: Vec<String>,
    fields: PhotoFields,
    seen: Seen,
) -> Answer<Written<()>> {
    library
        .write_seen(seen, move |archive| archive.edit_photos(&ids, &fields))
        .await
}

/// What wants looking at in an article's photos.
#[tauri::command]
pub async fn photo_checks(library: Library<'_>, article: String) -> Answer<Vec<PhotoCheck>> {
    library
        .ask(move |archive| archive.photo_checks(&article))
        .await
}

/// Turns photos by quarters of a turn, clockwise.
#[tauri::command]
pub async fn turn_photos(
    library: Library<'_>,
    ids: Vec<String>,
    quarters: i8,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.turn_photos(&ids, quarters))
        .await
}

/// The times of photos as they would become.
#[tauri::command]
pub async fn shifted_times(
    library: Library<'_>,
    ids: Vec<String>,
    seconds: i64,
) -> Answer<Vec<ShiftedTime>> {
    library
        .ask(move |archive| archive.shifted_times(&ids, seconds))
        .await
}

/// Moves the times of photos.
#[tauri::command]
pub async fn shift_photo_times(
    library: Library<'_>,
    ids: Vec<String>,
    seconds: i64,
) -> Answer<Written<u64>> {
    library
        .write(move |archive| archive.shift_photo_times(&ids, seconds))
        .await
}

/// A page of the pairs of photos that are one picture.
#[tauri::command]
pub async fn near_photo_pairs(
    library: Library<'_>,
    first: Option<String>,
    offset: u64,
    limit: u32,
) -> Answer<NearPhotoPage> {
    library
        .ask(move |archive| archive.near_photo_pairs(first.as_deref(), offset, limit))
        .await
}

/// Looks at photos that nobody has looked at yet; how many are left.
#[tauri::command]
pub async fn see_photos(library: Library<'_>, limit: u32) -> Answer<u64> {
    library.look(move |archive| archive.see_photos(limit)).await
}

/// Says what two photos are to each other.
#[tauri::command]
pub async fn relate_photos(
    library: Library<'_>,
    one: String,
    other: String,
    kind: Kinship,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.relate_photos(&one, &other, kind))
        .await
}

/// The templates of photos.
#[tauri::command]
pub async fn photo_templates(library: Library<'_>) -> Answer<Vec<PhotoTemplateLine>> {
    library.ask(muragat_archive::Archive::photo_templates).await
}

/// Keeps fields of photos under a name.
#[tauri::command]
pub async fn save_photo_template(
    library: Library<'_>,
    name: String,
    fields: PhotoFields,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.save_photo_template(&name, &fields))
        .await
}

/// Takes a template away.
#[tauri::command]
pub async fn delete_photo_template(library: Library<'_>, id: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.delete_photo_template(&id))
        .await
}

/// Describes photos by fields that each fills with its own values.
#[tauri::command]
pub async fn describe_photos(
    library: Library<'_>,
    ids: Vec<String>,
    fields: PhotoFields,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.describe_photos(&ids, &fields))
        .await
}

/// Whom a short code means in a caption of photos.
#[tauri::command]
pub async fn caption_codes(
    library: Library<'_>,
    photos: Vec<String>,
    language: String,
    typed: String,
) -> Answer<Vec<CaptionCode>> {
    library
        .ask(move |archive| archive.caption_codes(&photos, &language, &typed))
        .await
}

/// The credits that an article prints for its photos.
#[tauri::command]
pub async fn printed_credits(library: Library<'_>, article: String) -> Answer<Vec<String>> {
    library
        .ask(move |archive| archive.printed_credits(&article))
        .await
}

/// Gives photos without a credit the one that their article prints.
#[tauri::command]
pub async fn credit_photos(library: Library<'_>, ids: Vec<String>) -> Answer<Written<usize>> {
    library
        .write(move |archive| archive.credit_photos(&ids))
        .await
}

/// What the copy of a photo would be called by a pattern.
#[tauri::command]
pub async fn name_copy(library: Library<'_>, photo: String, pattern: String) -> Answer<String> {
    let named = library
        .ask(move |archive| Ok(muragat_bundle::name_copy(archive, &photo, &pattern)))
        .await?;
    Ok(named?)
}

/// What photos state of themselves, and their articles of them, beyond their records.
#[tauri::command]
pub async fn photo_statements(
    library: Library<'_>,
    ids: Vec<String>,
) -> Answer<Vec<PhotoStatements>> {
    library
        .ask(move |archive| archive.photo_statements(&ids))
        .await
}

/// Takes over what is said of photos: all where records say nothing, or what is wanted.
#[tauri::command]
pub async fn take_photo_statements(
    library: Library<'_>,
    ids: Vec<String>,
    wanted: Vec<WantedStatement>,
) -> Answer<Written<usize>> {
    library
        .write(move |archive| archive.take_photo_statements(&ids, &wanted))
        .await
}

/// All photos of an article or event, in their new order.
#[tauri::command]
pub async fn order_photos(library: Library<'_>, ids: Vec<String>) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.order_photos(&ids))
        .await
}

/// Hangs photos on another article or event.
#[tauri::command]
pub async fn move_photos(
    library: Library<'_>,
    ids: Vec<String>,
    home: PhotoHome,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.move_photos(&ids, &home))
        .await
}

/// Takes photos out of the catalogue.
#[tauri::command]
pub async fn remove_photos(library: Library<'_>, ids: Vec<String>) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.remove_photos(&ids))
        .await
}

/// Says of a party that it is in photos; of how many that was new.
#[tauri::command]
pub async fn show_in_photos(
    library: Library<'_>,
    photos: Vec<String>,
    whom: Whom,
) -> Answer<Written<usize>> {
    library
        .write(move |archive| archive.show_in_photos(&photos, &whom))
        .await
}

/// Takes it back that a party is in photos.
#[tauri::command]
pub async fn take_from_photos(
    library: Library<'_>,
    photos: Vec<String>,
    party: String,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.take_from_photos(&photos, &party))
        .await
}

/// Marks who is seen where.
#[tauri::command]
pub async fn add_region(
    library: Library<'_>,
    photo: String,
    whom: Whom,
    r#box: RegionBox,
) -> Answer<Written<String>> {
    library
        .write(move |archive| archive.add_region(&photo, &whom, r#box))
        .await
}

/// Moves or sizes a region.
#[tauri::command]
pub async fn move_region(
    library: Library<'_>,
    region: String,
    r#box: RegionBox,
) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.move_region(&region, r#box))
        .await
}

/// Takes a region away.
#[tauri::command]
pub async fn remove_region(library: Library<'_>, region: String) -> Answer<Written<()>> {
    library
        .write(move |archive| archive.remove_region(&region))
        .await
}
