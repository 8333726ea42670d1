/** Runes everywhere; styles go to files, because the CSP forbids <style> elements. */
export default { compilerOptions: { runes: true } };
