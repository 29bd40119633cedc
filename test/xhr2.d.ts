/** xhr2 comes without types: it is the browser's XMLHttpRequest, for Node. */
declare module 'xhr2' {
  const XMLHttpRequestForNode: typeof XMLHttpRequest;
  export = XMLHttpRequestForNode;
}
