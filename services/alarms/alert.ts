/** What rings: one thing a person has to know now. */

/** Something a person has to know now: labels and levels only, never words. The same id is the same alert. */
export interface AlertEvent {
  readonly id: string;
  readonly to: string;
  readonly why: string;
  readonly level: string;
}
export type Alert = (event: AlertEvent) => Promise<void> | void;
