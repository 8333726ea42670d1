//! A packet within what is read of one. Beyond it, its longest properties are left out: they are histories and settings of
//! programs, not words.

use crate::metadata::limits::{BLOCK_MOST, NODES_MOST};
use crate::metadata::packet::Packet;

/// Room for what stands around the properties, in bytes and in values.
const AROUND: usize = 64 << 10;
const VALUES_MOST: usize = NODES_MOST - 1_000;

/// Leaves out the longest properties until the others can be read.
pub(super) fn keep_within_limits(packet: &mut Packet) {
    leave_out_largest(packet, BLOCK_MOST - AROUND, |packet| {
        packet.measure_properties()
    });
    leave_out_largest(packet, VALUES_MOST, |packet| {
        let properties = packet.properties.iter();
        properties.map(|property| property.value.count()).collect()
    });
}

fn leave_out_largest(packet: &mut Packet, most: usize, measure: fn(&Packet) -> Vec<usize>) {
    let sizes = measure(packet);
    let mut total: usize = sizes.iter().sum();
    let mut largest: Vec<usize> = (0..sizes.len()).collect();
    largest.sort_by_key(|at| std::cmp::Reverse(sizes.get(*at).copied()));
    let mut is_kept = vec![true; sizes.len()];
    for at in largest {
        if total <= most {
            break;
        }
        if let (Some(size), Some(is_kept)) = (sizes.get(at), is_kept.get_mut(at)) {
            total -= size;
            *is_kept = false;
        }
    }
    let mut is_kept = is_kept.into_iter();
    packet
        .properties
        .retain(|_| is_kept.next().unwrap_or_default());
}
