/**
 * The geometry of the large view. A picture of `w` × `h` pixels lies in a box; `scale` 1 shows it whole.
 * All lengths are CSS pixels; `x` and `y` say where the picture's upper left corner lies in the box.
 */

import type { RegionBox } from "../types";

export interface Size {
  readonly w: number;
  readonly h: number;
}

export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** As much as one can magnify beyond the whole picture, at least; more where the picture has the pixels. */
const atLeast = 4;

/** A small picture is no blur that fills the box. */
const wholeAtMost = 2;

/** Pixels of the box for one of the picture where it is seen whole. */
export function fit(picture: Size, box: Size): number {
  if (picture.w <= 0 || picture.h <= 0) return 1;
  return Math.min(box.w / picture.w, box.h / picture.h, wholeAtMost);
}

/** The picture seen whole, in the middle. */
export function whole(picture: Size, box: Size): Zoom {
  return settle({ scale: 1, x: 0, y: 0 }, picture, box);
}

/** The largest scale: each pixel of the picture as two of the screen. */
export function most(picture: Size, box: Size): number {
  return Math.max(atLeast, 2 / fit(picture, box));
}

/** The size at which a view shows the picture. */
export function shownSize(view: Zoom, picture: Size, box: Size): Size {
  const one = fit(picture, box) * view.scale;
  return { w: picture.w * one, h: picture.h * one };
}

/** No further in than `most`, no further out than whole; never a gap where there is picture. */
export function settle(view: Zoom, picture: Size, box: Size): Zoom {
  const scale = Math.min(Math.max(view.scale, 1), most(picture, box));
  const size = shownSize({ ...view, scale }, picture, box);
  return { scale, x: held(view.x, size.w, box.w), y: held(view.y, size.h, box.h) };
}

function held(at: number, length: number, room: number): number {
  return length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, at));
}

/** Magnifies by a factor around a point of the box, which stays where it is. */
export function zoom(view: Zoom, factor: number, at: { x: number; y: number }, picture: Size, box: Size): Zoom {
  const scale = Math.min(Math.max(view.scale * factor, 1), most(picture, box));
  const by = scale / view.scale;
  return settle({ scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by }, picture, box);
}

/** Moves the picture. */
export function pan(view: Zoom, dx: number, dy: number, picture: Size, box: Size): Zoom {
  return settle({ ...view, x: view.x + dx, y: view.y + dy }, picture, box);
}

/** The smallest part that can be drawn. */
const smallest = 0.01;

/** The part between two points of the picture, in any order, inside it. */
export function boxBetween(one: { x: number; y: number }, other: { x: number; y: number }): RegionBox {
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const [left, right] = [inside(one.x), inside(other.x)].sort((a, b) => a - b) as [number, number];
  const [upper, lower] = [inside(one.y), inside(other.y)].sort((a, b) => a - b) as [number, number];
  return { x: left, y: upper, w: right - left, h: lower - upper };
}

/** Whether it is large enough to have been meant. */
export function isMeant(box: RegionBox): boolean {
  return box.w >= smallest && box.h >= smallest;
}

/** Moves a part by fractions, no further than the edge. */
export function moveBox(box: RegionBox, dx: number, dy: number): RegionBox {
  return {
    ...box,
    x: Math.min(1 - box.w, Math.max(0, box.x + dx)),
    y: Math.min(1 - box.h, Math.max(0, box.y + dy)),
  };
}

/** Moves its right and lower edge by fractions. */
export function sizeBox(box: RegionBox, dx: number, dy: number): RegionBox {
  return {
    ...box,
    w: Math.min(1 - box.x, Math.max(smallest, box.w + dx)),
    h: Math.min(1 - box.y, Math.max(smallest, box.h + dy)),
  };
}
