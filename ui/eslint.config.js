/**
 * What eslint asks of the window. What the compilers say already (names, types, imports that are not
 * used) is left to svelte-check, which runs before.
 */

import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import { defineConfig } from "eslint/config";
import globals from "globals";
import ts from "typescript-eslint";

import svelteConfig from "./svelte.config.js";

/** The page: rooms below `screen` know nothing of it, so that what they hold is true without a window. */
const page = [
  "document",
  "window",
  "navigator",
  "localStorage",
  "requestAnimationFrame",
  "getComputedStyle",
  "matchMedia",
  "CSS",
  "Element",
  "HTMLElement",
  "MouseEvent",
  "PointerEvent",
  "KeyboardEvent",
].map((name) => ({ name, message: "Rooms below screen know nothing of the page: pass in what they need." }));

export default defineConfig(
  { ignores: ["dist/", "src/types/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    languageOptions: { globals: globals.browser },
    rules: {
      "no-undef": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-regex-spaces": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_$" }],
      // It takes the collections of a plain function for state that is drawn.
      "svelte/prefer-svelte-reactivity": "off",
      // {" "} says that a space is meant.
      "svelte/no-useless-mustaches": "off",
      // There are no stores here, and looking for them costs seconds.
      "svelte/require-store-reactive-access": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, svelteConfig, projectService: true, extraFileExtensions: [".svelte"] },
    },
    // A failure that nobody waits for is told to nobody.
    rules: { "@typescript-eslint/no-floating-promises": "error" },
  },
  {
    // All rules that ask for types. In .svelte files most would not see the types that other .svelte files give.
    files: ["**/*.ts"],
    extends: [ts.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: [".svelte"] } },
    rules: {
      "@typescript-eslint/require-await": "off",
      // The wire rejects with a Problem, which is no Error.
      "@typescript-eslint/prefer-promise-reject-errors": "off",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/{wire,logic,words,state}/**/*.ts"],
    ignores: ["src/wire/api.ts"],
    rules: { "no-restricted-globals": ["error", ...page] },
  },
  { files: ["*.js"], languageOptions: { globals: globals.node } },
);
