import type { Definition } from './bundle.js';
import type { PageStack } from './page-stack.js';
import { answer, type WxOptions, type WxRequests } from './wx-request.js';
import type { WxFiles } from './wx-files.js';
import { screenCalls } from './wx-screen.js';

export interface WxPorts {
  requests: WxRequests;
  /** Where an address of the app leads here. */
  addressOf: (url: string) => string;
  pages: () => PageStack;
  files: WxFiles;
  storage: Map<string, unknown>;
  /** Code for the next `wx.login`. */
  loginCode: () => string;
}

type Listener = (state: unknown) => void;
type Moment = 'appShow' | 'appHide' | 'network';

export interface FakeWx {
  wx: Definition;
  tell: (moment: Moment, state: unknown) => void;
  networkType: string;
}

/** The part of `wx` that the app may lean on. What is not here is not there: calling it fails. */
export function fakeWx(ports: WxPorts): FakeWx {
  const listeners: Record<Moment, Set<Listener>> = { appShow: new Set(), appHide: new Set(), network: new Set() };
  const fake: FakeWx = { wx: {}, networkType: 'wifi', tell: (moment, state) => listeners[moment].forEach((listener) => listener(state)) };
  Object.assign(fake.wx, {
    ...navigation(ports.pages),
    ...storageCalls(ports.storage),
    ...screenCalls(ports.pages),
    request: ports.requests.request,
    getFileSystemManager: () => ports.files.manager,
    chooseMessageFile: ports.files.chooseMessageFile,
    chooseMedia: ports.files.chooseMedia,
    getVideoInfo: ports.files.getVideoInfo,
    downloadFile: (options: WxOptions<{ url: string }, { statusCode: number; tempFilePath: string }>) => ports.files.download(options, ports.addressOf(options.url)),
    openDocument: ports.files.openDocument,
    login: (options: WxOptions<object, { code: string }>) => answer('login', options, () => ({ code: ports.loginCode() })),
    getNetworkType: (options: WxOptions<object, { networkType: string }>) => answer('getNetworkType', options, () => ({ networkType: fake.networkType })),
    ...Object.fromEntries(['setNavigationBarTitle', 'setKeepScreenOn', 'pageScrollTo', 'setClipboardData', 'previewImage'].map((name) => [name, (options: WxOptions<object, object>) => answer(name, options, () => ({}))])),
    onAppShow: (listener: Listener) => void listeners.appShow.add(listener),
    offAppShow: (listener: Listener) => void listeners.appShow.delete(listener),
    onAppHide: (listener: Listener) => void listeners.appHide.add(listener),
    offAppHide: (listener: Listener) => void listeners.appHide.delete(listener),
    onNetworkStatusChange: (listener: Listener) => void listeners.network.add(listener),
    offNetworkStatusChange: (listener: Listener) => void listeners.network.delete(listener),
    ...device,
  });
  return fake;
}

/** A phone of 375 × 812 points with text of the usual size. */
const device = {
  getAppBaseInfo: () => ({ SDKVersion: '3.6.0', language: 'zh_CN', fontSizeSetting: 16, version: '8.0.50' }),
  getWindowInfo: () => ({ pixelRatio: 3, windowWidth: 375, windowHeight: 724, screenWidth: 375, screenHeight: 812 }),
  getDeviceInfo: () => ({ platform: 'ios', system: 'iOS 17.0', model: 'iPhone' }),
  getSystemInfoSync: () => ({ SDKVersion: '3.6.0', platform: 'ios', pixelRatio: 3, windowWidth: 375, windowHeight: 724, fontSizeSetting: 16 }),
  getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
  getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
  canIUse: () => true,
  nextTick: (work: () => void) => void setImmediate(work),
};

function navigation(pages: () => PageStack): Definition {
  const go = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') => (options: WxOptions<{ url: string }, object>) =>
    answer(name, options, () => {
      pages()[name](options.url);
      return {};
    });
  const navigateBack = (options: WxOptions<{ delta?: number }, object>) =>
    answer('navigateBack', options, () => {
      pages().navigateBack(options.delta ?? 1);
      return {};
    });
  return { navigateTo: go('navigateTo'), redirectTo: go('redirectTo'), switchTab: go('switchTab'), reLaunch: go('reLaunch'), navigateBack };
}

/** Only the asynchronous calls: the synchronous ones stop the whole app on a slow phone. */
function storageCalls(storage: Map<string, unknown>): Definition {
  return {
    getStorage: (options: WxOptions<{ key: string }, { data: unknown }>) =>
      answer('getStorage', options, () => {
        if (!storage.has(options.key)) throw new Error('data not found');
        return { data: storage.get(options.key) };
      }),
    setStorage: (options: WxOptions<{ key: string; data: unknown }, object>) => answer('setStorage', options, () => (storage.set(options.key, options.data), {})),
    removeStorage: (options: WxOptions<{ key: string }, object>) => answer('removeStorage', options, () => (storage.delete(options.key), {})),
    getStorageInfo: (options: WxOptions<object, { keys: string[] }>) => answer('getStorageInfo', options, () => ({ keys: [...storage.keys()] })),
  };
}
