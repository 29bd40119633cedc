/** A soft sound and a notice on the desktop when somebody needs the reader, each only if they chose it. Neither says anything about anybody. */

const SOUND = 'win console sound';
const NOTICE = 'win console notice';

const isOn = (key: string): boolean => localStorage.getItem(key) === 'on';

/** Two quiet notes, falling. A browser plays nothing before the page was touched once. */
function play(): void {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.06, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.6);
  volume.connect(audio.destination);
  [660, 495].forEach((pitch, at) => {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(volume);
    tone.start(audio.currentTime + at * 0.18);
    tone.stop(audio.currentTime + 0.6);
  });
  setTimeout(() => void audio.close(), 1_000);
}

function switchOf(button: HTMLButtonElement, key: string, turnOn: () => Promise<boolean>): void {
  const show = () => button.setAttribute('aria-pressed', String(isOn(key)));
  button.addEventListener('click', async () => {
    const wanted = !isOn(key) && (await turnOn());
    localStorage.setItem(key, wanted ? 'on' : 'off');
    show();
  });
  show();
}

/** The switches of a page that has just come. */
export function startSwitches(): void {
  const box = document.querySelector<HTMLElement>('[data-notices]:not([data-on])');
  const sound = box?.querySelector<HTMLButtonElement>('[data-sound]');
  const notice = box?.querySelector<HTMLButtonElement>('[data-notice]');
  if (!box || !sound || !notice) return;
  box.dataset['on'] = '';
  box.hidden = false;
  switchOf(sound, SOUND, async () => {
    play();
    return true;
  });
  switchOf(notice, NOTICE, async () => (await Notification.requestPermission()) === 'granted');
}

/** Who needed the reader when last looked; null before the first look. */
let before: ReadonlySet<string> | null = null;

export function callFor(page: Document): void {
  const found = page.querySelector<HTMLElement>('[data-calls]');
  if (!found) return;
  const now = new Set((found.dataset['calls'] ?? '').split(' ').filter(Boolean));
  const isNew = before !== null && [...now].some((one) => !before?.has(one));
  before = now;
  if (!isNew) return;
  if (isOn(SOUND)) play();
  if (isOn(NOTICE) && document.hidden && Notification.permission === 'granted')
    new Notification(found.dataset['notice'] ?? '', { tag: 'win' });
}
