// The page is painted: that is all there is to it.
requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
