//! Texts and pictures made here.

use sha2::{Digest, Sha256};

/// A small release of our own: no one in it lives. Other numbers, other texts.
pub fn release(number: usize) -> String {
    format!(
        "date 2026-03-14 Қаланың {number}-кітапханасы ашылды\n\
         Салтанатты жиынға «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова қатысты.\n\
         «Балалар кітапқа {number} есе жақын болады», – деді Сәуле Омарова.\n\
         Кешкі бөлімде Жетісу университетінің ректоры Нұрлан Сейітов студенттерді құттықтады.\n"
    )
}

/// A PNG of noise, `side` pixels wide and high; other seeds, other bytes.
pub fn picture(seed: u64, side: u32) -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(seed);
    let pixels: Vec<u8> = std::iter::repeat_with(|| random.u8(..))
        .take((side * side * 3) as usize)
        .collect();
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_raw(side, side, pixels)
        .unwrap()
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// SHA-256 of bytes, as 64 hex digits.
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
