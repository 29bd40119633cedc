/** The chat page with JavaScript on: starts everything. */
export {};
