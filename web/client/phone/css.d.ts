/** A page's own stylesheet: the bundler puts it beside its script. */
declare module '*.css';
