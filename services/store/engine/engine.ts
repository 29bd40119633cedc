/** A running database and how to let it go. */
export interface Engine {
  /** stays the same when the database process is restarted */
  readonly uri: string;
  /** of the process that serves now */
  readonly pid: number;
  stop(): Promise<void>;
  /** why it stays down and a start of the whole app may help; null while it serves, or waits for a full disk */
  down(): string | null;
  /** told when the database ended and could not be started again at once, with words to show an operator; it is tried on */
  onExit(listener: (why: string) => void): void;
}
