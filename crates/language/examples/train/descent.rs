//! L-BFGS with an L1 penalty beside the L2 one: OWL-QN (Andrew and Gao 2007).

/// How a run is regularised, and how long it is.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    pub l1: f32,
    pub l2: f32,
    pub rounds: usize,
}

const MEMORY: usize = 6;

/// Finds the parameters with the least loss; `loss` adds its gradient to the slice that it is given.
pub fn minimise(
    parameters: usize,
    settings: Settings,
    mut loss: impl FnMut(&[f32], &mut [f32]) -> f64,
    mut report: impl FnMut(usize, f64, &[f32]),
) -> Vec<f32> {
    let Settings { l1, l2, rounds } = settings;
    let mut whole = |w: &[f32], gradient: &mut [f32]| {
        gradient.fill(0.0);
        let mut sum = loss(w, gradient);
        let (mut squares, mut sizes) = (0.0_f64, 0.0_f64);
        for (g, x) in gradient.iter_mut().zip(w) {
            *g += l2 * 2.0 * x;
            squares += f64::from(*x) * f64::from(*x);
            sizes += f64::from(x.abs());
        }
        sum += f64::from(l2) * squares + f64::from(l1) * sizes;
        sum
    };
    let mut w = vec![0.0_f32; parameters];
    let mut gradient = vec![0.0; parameters];
    let mut value = whole(&w, &mut gradient);
    let mut history: Vec<(Vec<f32>, Vec<f32>, f64)> = Vec::new();
    for round in 0..rounds {
        let steepest: Vec<f32> = w
            .iter()
            .zip(&gradient)
            .map(|(x, g)| -pseudo(*x, *g, l1))
            .collect();
        let mut direction = steepest.clone();
        let mut factors = Vec::new();
        for (s, y, rho) in history.iter().rev() {
            let factor = dot(s, &direction) * rho;
            add(&mut direction, y, -factor);
            factors.push(factor);
        }
        if let Some((_, y, rho)) = history.last() {
            let scale = (1.0 / (rho * dot(y, y))) as f32;
            direction.iter_mut().for_each(|d| *d *= scale);
        }
        for ((s, y, rho), factor) in history.iter().zip(factors.iter().rev()) {
            let other = dot(y, &direction) * rho;
            add(&mut direction, s, factor - other);
        }
        if l1 > 0.0 {
            for (d, steep) in direction.iter_mut().zip(&steepest) {
                if *d * steep <= 0.0 {
                    *d = 0.0;
                }
            }
        }
        let slope = -dot(&direction, &steepest);
        if slope > -1e-9 {
            break;
        }
        let mut step = if round == 0 {
            (1.0 / dot(&direction, &direction).sqrt()) as f32
        } else {
            1.0
        };
        let mut found = None;
        for _ in 0..20 {
            let next: Vec<f32> = w
                .iter()
                .zip(&direction)
                .zip(&steepest)
                .map(|((x, d), steep)| {
                    let moved = x + step * d;
                    let side = if *x == 0.0 { *steep } else { *x };
                    if l1 > 0.0 && moved * side <= 0.0 {
                        0.0
                    } else {
                        moved
                    }
                })
                .collect();
            let mut there = vec![0.0; parameters];
            let reached = whole(&next, &mut there);
            let gain: f64 = next
                .iter()
                .zip(&w)
                .zip(&steepest)
                .map(|((a, b), steep)| -f64::from(a - b) * f64::from(*steep))
                .sum();
            if reached <= value + 1e-4 * gain {
                found = Some((next, there, reached));
                break;
            }
            step *= 0.5;
        }
        let Some((next, there, reached)) = found else {
            break;
        };
        let s: Vec<f32> = next.iter().zip(&w).map(|(a, b)| a - b).collect();
        let y: Vec<f32> = there.iter().zip(&gradient).map(|(a, b)| a - b).collect();
        let curve = dot(&s, &y);
        if curve > 1e-10 {
            if history.len() == MEMORY {
                history.remove(0);
            }
            history.push((s, y, 1.0 / curve));
        }
        let gained = (value - reached) / value.abs();
        (w, gradient, value) = (next, there, reached);
        report(round, value, &w);
        if gained < 2e-5 && round > 30 {
            break;
        }
    }
    w
}

/// The gradient with the penalty's side taken where it has a kink.
fn pseudo(x: f32, g: f32, l1: f32) -> f32 {
    if x > 0.0 {
        g + l1
    } else if x < 0.0 {
        g - l1
    } else if g + l1 < 0.0 {
        g + l1
    } else if g - l1 > 0.0 {
        g - l1
    } else {
        0.0
    }
}

fn dot(a: &[f32], b: &[f32]) -> f64 {
    a.iter()
        .zip(b)
        .map(|(x, y)| f64::from(*x) * f64::from(*y))
        .sum()
}

fn add(to: &mut [f32], from: &[f32], factor: f64) {
    let factor = factor as f32;
    for (x, y) in to.iter_mut().zip(from) {
        *x += factor * y;
    }
}
