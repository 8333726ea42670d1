// The page is painted: that is all there is to it.
requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
// And this is the least that a key can do.
addEventListener("keydown", (event) => (document.querySelector("h1").textContent = `${event.key} ${event.timeStamp}`));
