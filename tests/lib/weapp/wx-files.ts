import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { defaultFfmpeg } from '../../films/ffmpeg.js';
import { answer, type WxOptions } from './wx-request.js';

/** A descriptor may give fewer bytes than were asked for; this one always does where much is asked. */
const MOST_BYTES_AT_ONCE = 700_000;

interface ReadRequest {
  fd: string;
  arrayBuffer: ArrayBuffer;
  offset?: number;
  length?: number;
  position?: number;
}

/** The person's files: what they pick next, and WeChat's file system over the real disk. */
export class WxFiles {
  private picked: { path: string; name: string } | null = null;
  private readonly places = new Map<string, string>();
  /** Descriptors that nobody has closed yet. */
  readonly open = new Set<number>();
  /** Documents the app has shown, as they lie on this disk. */
  readonly shown: string[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'kepu-weapp-'));

  /** The next picker is answered with this file; without one the person closes the picker. */
  willPick(path: string, name = basename(path)): void {
    this.picked = { path, name };
  }

  readonly manager = {
    open: (options: WxOptions<{ filePath: string; flag?: string }, { fd: string }>) =>
      answer('open', options, () => {
        const fd = openSync(this.places.get(options.filePath) ?? options.filePath, options.flag ?? 'r');
        this.open.add(fd);
        return { fd: String(fd) };
      }),
    read: (options: WxOptions<ReadRequest, { bytesRead: number; arrayBuffer: ArrayBuffer }>) =>
      answer('read', options, () => {
        const { fd, arrayBuffer, offset = 0, length = 0, position } = options;
        const bytesRead = readSync(Number(fd), new Uint8Array(arrayBuffer), offset, Math.min(length, MOST_BYTES_AT_ONCE), position ?? null);
        return { bytesRead, arrayBuffer };
      }),
    close: (options: WxOptions<{ fd: string }, object>) =>
      answer('close', options, () => {
        closeSync(Number(options.fd));
        this.open.delete(Number(options.fd));
        return {};
      }),
  };

  chooseMessageFile = (options: WxOptions<{ count: number; type?: string }, { tempFiles: object[] }>): void =>
    answer('chooseMessageFile', options, () => {
      const { path, name, size } = this.hand();
      return { tempFiles: [{ path, name, size, type: 'file', time: Math.floor(Date.now() / 1000) }] };
    });

  chooseMedia = (options: WxOptions<{ mediaType?: string[]; sizeType?: string[] }, { type: string; tempFiles: object[] }>): void =>
    answer('chooseMedia', options, () => {
      if (options.sizeType?.join() !== 'original') throw new Error('WeChat would hand over a compressed file');
      const { path, size } = this.hand();
      const fileType = options.mediaType?.[0] ?? 'image';
      return { type: fileType, tempFiles: [{ tempFilePath: path, size, fileType }] };
    });

  /** What the phone's own player knows of a film: seconds, and the picture before it is turned. */
  getVideoInfo = (options: WxOptions<{ src: string }, object>): void =>
    answer('getVideoInfo', options, () => {
      const said = spawnSync(defaultFfmpeg, ['-hide_banner', '-i', this.places.get(options.src) ?? options.src]).stderr.toString();
      const [, hours, minutes, seconds] = /Duration: (\d+):(\d+):([\d.]+)/u.exec(said) ?? [];
      const [, width, height] = /Video: .*?, (\d{2,5})x(\d{2,5})/u.exec(said) ?? [];
      if (seconds === undefined || width === undefined) throw new Error('can not decode');
      return { orientation: 'up', type: 'mp4', duration: Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds), width: Number(width), height: Number(height) };
    });

  /** Fetches what the app asks for from the real server. */
  download = (options: WxOptions<{ url: string }, { statusCode: number; tempFilePath: string }>, address: string): object => {
    answer('downloadFile', options, async () => {
      const response = await fetch(address);
      const tempFilePath = this.place(join(this.folder, `download-${this.places.size}`));
      writeFileSync(this.places.get(tempFilePath) ?? '', Buffer.from(await response.arrayBuffer()));
      return { statusCode: response.status, tempFilePath };
    });
    return { abort: () => undefined, onProgressUpdate: () => undefined, offProgressUpdate: () => undefined, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };
  };

  openDocument = (options: WxOptions<{ filePath: string }, object>): void =>
    answer('openDocument', options, () => {
      const path = this.places.get(options.filePath);
      if (!path) throw new Error('file doesn\'t exist');
      this.shown.push(path);
      return {};
    });

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The name under which the app knows a file of this disk. */
  private place(path: string, name = ''): string {
    const known = `wxfile://tmp_${this.places.size + 1}${/\.\w+$/u.exec(name)?.[0] ?? ''}`;
    this.places.set(known, path);
    return known;
  }

  private hand(): { path: string; name: string; size: number } {
    const { picked } = this;
    if (!picked) throw new Error('cancel');
    this.picked = null;
    return { path: this.place(picked.path, picked.name), name: picked.name, size: statSync(picked.path).size };
  }
}
