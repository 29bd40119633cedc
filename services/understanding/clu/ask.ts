/**
 * Azure's Conversational Language Understanding (`@azure/ai-language-conversations`), asked beside our own reading when
 * it is configured. Nobody waits longer than `timeout` for it, however it fails; then our own reading stands alone.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ConversationAnalysisClient } from '@azure/ai-language-conversations';
import { z } from 'zod';
import { createProvider, isResting } from '../../outside/provider';

export interface CluSettings {
  /** https://NAME.cognitiveservices.azure.com */
  readonly endpoint: string;
  /** a key of the resource; without one, the identity of the machine (Entra) */
  readonly key?: string;
  readonly project: string;
  readonly deployment: string;
  /** for a message, both tries together, ms */
  readonly timeout?: number;
}

/** An intent the service is sure enough of; `confidence` 0 to 1. */
export interface Intent {
  readonly name: string;
  readonly confidence: number;
}

export type CluFault = 'refused' | 'timeout' | 'rubbish' | 'unreachable' | 'resting';

/** `intents` is empty for None. */
export type CluResult =
  | { readonly kind: 'answered'; readonly intents: readonly Intent[] }
  | { readonly kind: 'failed'; readonly why: CluFault };

/** Asks about one message. Never throws. */
export type AskClu = (text: string) => Promise<CluResult>;

/** The service refuses more than this, in UTF-16 units. */
const LONGEST = 1_000;
/** Half a letter, where one of two units was cut in two. */
const HALF = /[\uD800-\uDBFF]$/;
/** Both tries together: under the 2.5 s after which somebody in danger gets the crisis text whatever hangs. */
const TIMEOUT_MS = 1_500;
const RETRY_AFTER_MS = 150;
/** Under this the best guess is None; also the threshold written into the project. */
export const NONE_BELOW = 0.6;
const FAULTS_BEFORE_REST = 4;
const REST_MS = 60_000;

/** The SDK calls the wire's `confidenceScore` `confidence`, and lets rubbish through: checked here. */
const predictionShape = z.object({
  projectKind: z.literal('Conversation'),
  topIntent: z.string(),
  intents: z.array(z.object({ category: z.string(), confidence: z.number().min(0).max(1) })),
});

/** A way to ask, with a breaker: after four failures in a row the service is left alone for a minute. */
export function createClu(settings: CluSettings): AskClu {
  const { project, deployment, timeout = TIMEOUT_MS } = settings;
  const provider = createProvider({ name: 'clu', faults: FAULTS_BEFORE_REST, restMs: REST_MS });
  const client = clientOf(settings);
  // one that cannot be made is found out, and said, when it is asked
  client.catch(() => undefined);

  async function askOnce(text: string, signal: AbortSignal): Promise<readonly Intent[]> {
    const { result } = await (await client).analyzeConversation(
      {
        kind: 'Conversation',
        analysisInput: {
          conversationItem: { id: '1', participantId: 'person', text, language: 'en', modality: 'text' },
        },
        parameters: {
          projectName: project,
          deploymentName: deployment,
          // every intent with its score, not the best alone: a message can tell of two needs
          verbose: true,
          // nothing anybody wrote is kept by the service
          isLoggingEnabled: false,
          stringIndexType: 'Utf16CodeUnit',
        },
      },
      { abortSignal: signal },
    );
    return sureOf(predictionShape.parse(result.prediction));
  }

  async function askTwice(text: string, signal: AbortSignal): Promise<readonly Intent[]> {
    try {
      return await askOnce(text, signal);
    } catch (error) {
      if (!isWorthAnotherTry(error)) throw error;
      await pause(RETRY_AFTER_MS * (0.5 + Math.random() / 2), undefined, { signal });
      return askOnce(text, signal);
    }
  }

  async function askInTime(text: string): Promise<CluResult> {
    const signal = AbortSignal.timeout(timeout);
    try {
      const intents = await orLate(askTwice(text.slice(0, LONGEST).replace(HALF, ''), signal), signal);
      return { kind: 'answered', intents };
    } catch (error) {
      return { kind: 'failed', why: signal.aborted ? 'timeout' : whyOf(error) };
    }
  }

  return async (text) => {
    const result = await provider.call(() => askInTime(text), { isFault: ({ kind }) => kind === 'failed' });
    return isResting(result) ? { kind: 'failed', why: 'resting' } : result;
  };
}

/** The packages are loaded only where the service is used: they cost a start without it 20 MB. */
async function clientOf({ endpoint, key }: CluSettings): Promise<ConversationAnalysisClient> {
  const { ConversationAnalysisClient: Client } = await import('@azure/ai-language-conversations');
  const options = { retryOptions: { maxRetries: 0 }, allowInsecureConnection: endpoint.startsWith('http://') };
  if (key !== undefined) {
    const { AzureKeyCredential } = await import('@azure/core-auth');
    return new Client(endpoint, new AzureKeyCredential(key), options);
  }
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new Client(endpoint, new DefaultAzureCredential(), options);
}

function sureOf({ topIntent, intents }: z.infer<typeof predictionShape>): readonly Intent[] {
  const sure = intents
    .filter(({ category, confidence }) => category !== 'None' && confidence >= NONE_BELOW)
    .map(({ category, confidence }): Intent => ({ name: category, confidence }));
  return topIntent === 'None' ? [] : sure;
}

/** Ends when the signal does, whether or not the work minds it (finding a machine's identity does not). */
async function orLate<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(signal.reason);
    signal.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}

function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

function isRubbish(error: unknown): boolean {
  if (error instanceof z.ZodError || error instanceof SyntaxError || error instanceof TypeError) return true;
  return error instanceof Error && 'code' in error && error.code === 'PARSE_ERROR';
}

/** Busy, broken or cut off may be better in a moment; a wrong key, a wrong project or rubbish will not. */
function isWorthAnotherTry(error: unknown): boolean {
  if (isRubbish(error)) return false;
  const status = statusOf(error);
  return status === null || status === 429 || status === 408 || status >= 500;
}

function whyOf(error: unknown): CluFault {
  if (isRubbish(error)) return 'rubbish';
  return statusOf(error) === null ? 'unreachable' : 'refused';
}
