/** What lies over the window for a while. */

class Overlays {
  /** Whether the list of keys is shown. */
  keys = $state(false);
  palette = $state(false);
  about = $state(false);
  /** Whether other libraries are offered. */
  libraries = $state(false);
}

export const overlays = new Overlays();
