/** Where a file somebody sent can be fetched from. Sources live in bot/channels, one a carrier. */

/** The largest file kept, bytes: five minutes of a voice note, one photo. */
export const LARGEST_MEDIA = 16 * 1024 * 1024;

/** Kinds kept. Everything else is refused unopened, and an advisor is told that something came. */
export const keptKinds =
  /^(audio\/(ogg|mpeg|mp4|aac|amr|webm|wav)|image\/(jpeg|png|webp|gif|heic)|video\/(mp4|3gpp|webm))\b/;

export type Fetched =
  | { readonly kind: 'got'; readonly bytes: Buffer; readonly contentType: string }
  /** larger than LARGEST_MEDIA: reading stopped there */
  | { readonly kind: 'tooBig' }
  | { readonly kind: 'wrongKind' }
  /** not there any more, or not ours to fetch */
  | { readonly kind: 'gone'; readonly code: string }
  /** busy, broken or slow: worth another try */
  | { readonly kind: 'later'; readonly code: string };

/** Fetches from one carrier. Never throws. `at` is MediaThere.at. */
export interface MediaSource {
  fetch(at: string): Promise<Fetched>;
  /** asks the carrier to delete its own copy; true when it is gone. Never throws */
  remove?(at: string): Promise<boolean>;
}
