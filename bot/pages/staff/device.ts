/** Which browser on what, as its owner would know it. Nothing finer is kept: it is for finding one's own session in a list. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Headless)?Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];
const first = (all: typeof BROWSERS, text: string) => all.find(([pattern]) => pattern.test(text))?.[1];

export function deviceOf(agent: string | undefined): string {
  const text = (agent ?? '').slice(0, 400);
  return [first(BROWSERS, text), first(SYSTEMS, text)].filter((one) => one !== undefined).join(', ') || 'Unknown';
}
