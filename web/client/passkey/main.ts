/** The passkey button: shows itself where the browser can, asks the device, and sends what it answers with the form it stands in. */

import { bytesOf } from '../base64';

interface Described {
  readonly id: string;
  readonly type: 'public-key';
  readonly transports?: AuthenticatorTransport[];
}
interface UseOptions {
  readonly challenge: string;
  readonly rpId: string;
  readonly timeout: number;
  readonly userVerification: UserVerificationRequirement;
  readonly allowCredentials: readonly Described[];
}
interface AddOptions {
  readonly challenge: string;
  readonly rp: PublicKeyCredentialRpEntity;
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: PublicKeyCredentialParameters[];
  readonly timeout: number;
  readonly attestation: AttestationConveyancePreference;
  readonly excludeCredentials: readonly Described[];
  readonly authenticatorSelection: AuthenticatorSelectionCriteria;
}

function textOf(buffer: ArrayBuffer): string {
  let plain = '';
  for (const byte of new Uint8Array(buffer)) plain += String.fromCharCode(byte);
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

const described = (all: readonly Described[]): PublicKeyCredentialDescriptor[] =>
  all.map((one) => ({ ...one, id: bytesOf(one.id) }));

async function use(given: UseOptions): Promise<string | null> {
  const publicKey = {
    ...given,
    challenge: bytesOf(given.challenge),
    allowCredentials: described(given.allowCredentials),
  };
  const made = await navigator.credentials.get({ publicKey });
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAssertionResponse)) return null;
  const answer = made.response;
  return JSON.stringify({
    id: made.id,
    rawId: textOf(made.rawId),
    type: made.type,
    response: {
      clientDataJSON: textOf(answer.clientDataJSON),
      authenticatorData: textOf(answer.authenticatorData),
      signature: textOf(answer.signature),
    },
  });
}

async function add(given: AddOptions): Promise<string | null> {
  const publicKey = {
    ...given,
    challenge: bytesOf(given.challenge),
    user: { ...given.user, id: bytesOf(given.user.id) },
    excludeCredentials: described(given.excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey });
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAttestationResponse))
    return null;
  const answer = made.response;
  const transports = 'getTransports' in answer ? answer.getTransports() : [];
  return JSON.stringify({
    id: made.id,
    rawId: textOf(made.rawId),
    type: made.type,
    response: {
      clientDataJSON: textOf(answer.clientDataJSON),
      attestationObject: textOf(answer.attestationObject),
      transports,
    },
  });
}

function wire(box: HTMLElement): void {
  const form = box.querySelector('form');
  const response = form?.querySelector<HTMLInputElement>('input[name=response]');
  const said = box.querySelector<HTMLElement>('[role=status]');
  if (!form || !response || !said) return;
  box.hidden = false;
  form.addEventListener('submit', (event) => {
    if (response.value !== '') return;
    event.preventDefault();
    said.textContent = '';
    const options = JSON.parse(box.dataset['options'] ?? '{}');
    const asked = box.dataset['passkey'] === 'add' ? add(options) : use(options);
    asked.then(
      (answer) => {
        if (answer === null) {
          said.textContent = box.dataset['failed'] ?? '';
          return;
        }
        response.value = answer;
        form.submit();
      },
      () => {
        // turned away, or thought better of it: the other ways in are still there
        said.textContent = box.dataset['failed'] ?? '';
      },
    );
  });
}

if ('PublicKeyCredential' in window)
  for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) wire(box);
