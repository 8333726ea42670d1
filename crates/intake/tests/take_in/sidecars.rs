//! What programs wrote about photos comes in with them.

use super::{Desk, RELEASE, photos};
use crate::makers::picture;

#[test]
fn what_stands_beside_a_photo_becomes_its_caption_and_credit() {
    let mut desk = Desk::new();
    let release = desk.file("хабар.txt", RELEASE.as_bytes());
    let photo = desk.file("хабар-1.jpg", &picture(1, 400, 300));
    let other = desk.file("хабар-2.jpg", &picture(2, 400, 300));
    let xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><d xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Емхананың ашылуы</dc:title><dc:creator>Ерлан Сәтов</dc:creator></d></x:xmpmeta>";
    desk.file("хабар-1.jpg.xmp", xmp.as_bytes());
    let taken = desk.take(&[&release], &[&photo, &other]).value;
    let article = desk.articles(&taken).remove(0);
    let captions = [
        ("хабар-1.jpg", Some("Емхананың ашылуы")),
        ("хабар-2.jpg", None),
    ];
    assert_eq!(photos(&article), captions);
    let [first, second] = &article.photos[..] else {
        panic!("{:#?}", article.photos);
    };
    assert_eq!(first.credit.as_deref(), Some("Ерлан Сәтов"));
    assert_eq!(first.photographer.as_deref(), Some("Ерлан Сәтов"));
    assert_eq!(
        (second.credit.as_deref(), second.photographer.as_deref()),
        (None, None)
    );
}
