/** The shell every page of ours is made in: neutral title and icon, one stylesheet, nothing from anyone else. */
import { type Assets, siteAssets } from './assets';
import { type Html, html } from './html';
import { mark } from './icon';
import { withNumbers } from './withNumbers';
import { CRISIS_LINES } from './words';

export interface PageParts {
  /** the tab's title; neutral, for it can be seen over a shoulder */
  readonly title?: string;
  readonly body: Html;
  /** our own script files by plain name, as `chat.js` */
  readonly scripts?: readonly string[];
  /** stylesheets beside the one of every page, as `phone.css` */
  readonly styles?: readonly string[];
  /** class on the body, for the stylesheet: `chat`, `staff`, ... */
  readonly kind?: string;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

/** A whole page as text, to send as text/html together with `pageHeaders`. */
export function page(parts: PageParts, assets: Assets = siteAssets()): string {
  const { title = 'WIN', body, scripts = [], styles = [], kind = '', lang = 'en-GB', dir = 'ltr' } = parts;
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#FBF8F2" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#12191D" media="(prefers-color-scheme: dark)">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="${assets.url('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.url('win.css')}">${styles.map((name) => html`<link rel="stylesheet" href="${assets.url(name)}">`)}
${scripts.map((name) => html`<script type="module" src="${assets.url(name)}"></script>`)}
</head>
<body class="${kind}">
${body}
</body>
</html>
`.html;
}

/** The slim bar at the top, with what else belongs there at its end. */
export function bar(end: Html = html``): Html {
  return html`<header class="bar"><a class="home" href="/">${mark}<span>WIN</span></a>${end}</header>`;
}

/** A calm page for when something is not there or did not work: what happened in one line, then what to do. */
export function errorPage(heading: string, lines: readonly string[], assets: Assets = siteAssets()): string {
  const body = html`${bar(html`<a href="/">Back to the chat</a>`)}<main class="sheet"><h1>${heading}</h1>${lines.map((line) => html`<p>${withNumbers(line)}</p>`)}<div class="help">${CRISIS_LINES.map((line) => html`<p>${withNumbers(line)}</p>`)}</div></main>`;
  return page({ body, kind: 'plain' }, assets);
}

/**
 * What a page says in place of the headers every answer begins with (bot/http/protect.ts): a strict content policy with no
 * inline script or style.
 * `origins` adds places the page may talk to (its own WebSocket address, for browsers that do not take 'self' for it);
 * `leaveTo` adds an origin a form may end at.
 */
export function pageHeaders(
  options: { readonly origins?: readonly string[]; readonly leaveTo?: string } = {},
): Readonly<Record<string, string>> {
  const connect = ["'self'", ...(options.origins ?? [])].join(' ');
  const formAction = ["'self'", ...(options.leaveTo === undefined ? [] : [options.leaveTo])].join(' ');
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${connect}; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
    'X-Robots-Tag': 'noindex',
  };
}
