/** The tablet, and the page that an empty edge begins with. */
export const tabletPages = { index: 'index.html', 'first-run': 'first-run.html' } as const;
