import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between a server and its database; can fall silent without closing anything, drop what is open, refuse what is new. */
export class TcpProxy {
  private readonly pairs = new Set<[Socket, Socket]>();
  private readonly server: Server;
  private isMute = false;
  private isRefusing = false;
  /** What passes from the client; used to wait for a statement. */
  onSent: (bytes: Buffer) => void = () => undefined;

  constructor(private readonly target: { host: string; port: number }) {
    this.server = createServer((client) => this.join(client));
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  /** Packets vanish from now on, as at a firewall that has forgotten its connections: those open stay dead for good. */
  mute(): void {
    this.isMute = true;
    for (const [client, database] of this.pairs) for (const socket of [client, database]) socket.removeAllListeners('data').pause();
  }

  speak(): void {
    this.isMute = false;
  }

  drop(): void {
    for (const [client, database] of this.pairs) for (const socket of [client, database]) socket.destroy();
    this.pairs.clear();
  }

  refuse(isRefusing: boolean): void {
    this.isRefusing = isRefusing;
    if (isRefusing) this.drop();
  }

  close(): void {
    this.drop();
    this.server.close();
  }

  private join(client: Socket): void {
    client.on('error', () => undefined);
    if (this.isRefusing) return void client.destroy();
    const database = connect(this.target);
    database.on('error', () => undefined);
    const pair: [Socket, Socket] = [client, database];
    this.pairs.add(pair);
    if (this.isMute) return;
    client.on('data', (bytes: Buffer) => {
      this.onSent(bytes);
      if (!database.destroyed) database.write(bytes);
    });
    database.on('data', (bytes: Buffer) => void client.write(bytes));
    client.on('close', () => database.destroy());
    database.on('close', () => client.destroy());
  }
}
