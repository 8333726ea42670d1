fn main() {
    for p in std::env::args().skip(1) {
        let b = std::fs::read(&p).unwrap();
        let t = muragat_photo::thumbnail(&b, 1200).unwrap();
        let i = image::load_from_memory(&t.bytes).unwrap().into_rgb8();
        print!("{p} ");
        for y in [150, 450] {
            for x in 0..4 {
                print!("{:?} ", i.get_pixel(150 + 300 * x, y).0);
            }
        }
        println!();
    }
}
