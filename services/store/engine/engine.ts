/** A running database and how to let it go. */
export interface Engine {
  /** stays the same when the database process is restarted */
  readonly uri: string;
  /** of the process that serves now */
  readonly pid: number;
  stop(): Promise<void>;
  /** told once when the database ended and could not be restarted, with words to show an operator */
  onExit(listener: (why: string) => void): void;
}
