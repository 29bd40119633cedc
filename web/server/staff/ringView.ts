/** The devices alarms ring on: add this one, and take one away. */
import { ringWords as words } from '../../../dialogs/content/staff/ring';
import { type Html, html } from '../html';
import { button, form } from './fields';
import { empty, table } from './parts';

export interface RingView {
  readonly csrf: string;
  /** what a browser asks its maker with; null where it is not set up here */
  readonly key: string | null;
  /** where the script is that rings while no page is open */
  readonly worker: string;
  readonly devices: readonly { readonly id: string; readonly label: string; readonly added: Html }[];
}

const AT = '/staff/account/ring';

export function ringBody({ csrf, key, worker, devices }: RingView): Html {
  const { device, added, act } = words.columns;
  const list =
    devices.length === 0
      ? empty(words.none, words.noneLine)
      : table({
          caption: words.devices,
          columns: [device, added, act],
          rows: devices.map((one) => [
            html`${one.label}`,
            one.added,
            form(
              `${AT}/remove`,
              csrf,
              html`<input type="hidden" name="device" value="${one.id}">${button(words.remove, 'plain', { says: words.removeThis(one.label) })}`,
            ),
          ]),
        });
  const add =
    key === null
      ? html`<p>${words.off}</p>`
      : html`<form method="post" action="${AT}" data-ringing="${key}" data-worker="${worker}" data-no="${words.no}" hidden><input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="subscription" value="">${button(words.add, 'main')}<p class="hint" role="status"></p></form><noscript><p class="hint">${words.needsScript}</p></noscript>`;
  return html`<p>${words.lead}</p><p>${words.forPlace}</p>${add}<h2>${words.devices}</h2>${list}`;
}
