// Made by build/fonts.ts for each app.
declare module 'virtual:foyer-fonts.css';
declare module 'virtual:foyer-han.css';
