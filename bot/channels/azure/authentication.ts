/** Bot Framework's own checks of who is calling, keeping the clients for the way back instead of making new ones every turn. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Config } from '../../config';

type Checked = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Factory = NonNullable<Checked['connectorFactory']>;
type Connector = Awaited<ReturnType<Factory['create']>>;
type TokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;
type Inbound = Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>[0];

/** Channels a bot is ever reached from at once are few; each client holds its token. */
const MOST = 100;

/** The app a caller is known by, '' for callers that are not checked. */
function appOf(identity: Checked['claimsIdentity']): string {
  return ['aud', 'appid', 'azp'].map((claim) => identity?.getClaimValue(claim) ?? '').join('/');
}

/** The policy of @azure/core-rest-pipeline that sends again after a fault, and so may say a thing twice. */
const RETRIES = { name: 'defaultRetryPolicy' };

/** Takes the retries out of a client. Throws where there are none to take: then the library has changed. */
function withoutRetries(client: Connector): Connector {
  const inner: unknown = Reflect.get(client, 'client');
  const pipeline: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'pipeline') : null;
  const remove: unknown =
    typeof pipeline === 'object' && pipeline !== null ? Reflect.get(pipeline, 'removePolicy') : null;
  const removed: unknown = typeof remove === 'function' ? Reflect.apply(remove, pipeline, [RETRIES]) : [];
  if (!Array.isArray(removed) || removed.length === 0) throw new Error('The Bot Framework client hides its retries');
  return client;
}

/** The settings of Azure Bot Service as Bot Framework reads them (channel-contracts 2.1); no type means multi-tenant. */
export function azureSettings(
  config: Pick<Config, 'MicrosoftAppId' | 'MicrosoftAppPassword' | 'MicrosoftAppType' | 'MicrosoftAppTenantId'>,
) {
  return {
    MicrosoftAppId: config.MicrosoftAppId ?? '',
    MicrosoftAppPassword: config.MicrosoftAppPassword ?? '',
    MicrosoftAppType: config.MicrosoftAppType ?? 'MultiTenant',
    MicrosoftAppTenantId: config.MicrosoftAppTenantId ?? '',
  };
}

/** As ConfigurationBotFrameworkAuthentication; every request is still authenticated afresh. */
export class KeepingAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new LRUCache<string, Connector>({ max: MOST });
  private readonly tokenClients = new LRUCache<string, TokenClient>({ max: MOST });

  override async authenticateRequest(activity: Inbound, authHeader: string): Promise<Checked> {
    const checked = await super.authenticateRequest(activity, authHeader);
    const made = checked.connectorFactory;
    return made ? { ...checked, connectorFactory: this.keeping(made, appOf(checked.claimsIdentity)) } : checked;
  }

  override async createUserTokenClient(identity: Checked['claimsIdentity']): Promise<TokenClient> {
    const app = appOf(identity);
    const known = this.tokenClients.get(app);
    if (known) return known;
    const client = await super.createUserTokenClient(identity);
    this.tokenClients.set(app, client);
    return client;
  }

  /** The clients for what we write first. They send once: the outbox tries again, and knows what may have been taken. */
  override createConnectorFactory(identity: Checked['claimsIdentity']): Factory {
    const made = super.createConnectorFactory(identity);
    const once = { create: async (url: string, audience: string) => withoutRetries(await made.create(url, audience)) };
    return this.keeping(once, `once/${appOf(identity)}`);
  }

  private keeping(made: Factory, app: string): Factory {
    return {
      create: async (serviceUrl, audience) => {
        const key = `${app}|${audience ?? ''}|${serviceUrl}`;
        const known = this.connectors.get(key);
        if (known) return known;
        const client = await made.create(serviceUrl, audience);
        this.connectors.set(key, client);
        return client;
      },
    };
  }
}
