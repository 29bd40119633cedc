/** Where an answer to an activity may be sent: an activity brings its own address, and a forged one would carry words elsewhere. */

/** Hosts of Microsoft's channels, each with all below it (Bot Framework "service URL"; trafficmanager.net itself is anybody's). */
const MICROSOFT: readonly string[] = [
  'botframework.com',
  'botframework.azure.us',
  'botframework.azure.cn',
  'smba.trafficmanager.net',
];

/** True when an answer may go to this address. */
export type AnswersTo = (serviceUrl: string) => boolean;

/** This machine alone: for a door whose callers nobody checks. */
export const toThisMachine: AnswersTo = (serviceUrl) => {
  if (!URL.canParse(serviceUrl)) return false;
  const { hostname } = new URL(serviceUrl);
  return hostname === 'localhost' || hostname === '127.0.0.1';
};

/** Microsoft's channels and these hosts besides, over https. A host stands for all below it. */
export function toChannels(more: readonly string[]): AnswersTo {
  const hosts = [...MICROSOFT, ...more.map((host) => host.toLowerCase())];
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname } = new URL(serviceUrl);
    return protocol === 'https:' && hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  };
}
