/** Starts the window. */

import { mount } from "svelte";

import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/picker.css";

import App from "./App.svelte";
import { answersAwaited, commandsAwaited } from "./wire/api";

// What drives the window from outside can wait until it has all that it asked for.
Object.defineProperty(window, "answersAwaited", { get: answersAwaited });
Object.defineProperty(window, "commandsAwaited", { get: commandsAwaited });

mount(App, { target: document.body });
