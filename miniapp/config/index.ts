import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const shared = path.resolve(__dirname, '../../shared/dist');
const isWeapp = process.env.TARO_ENV === 'weapp';

/**
 * Lengths in our style sheets are device pixels on purpose (44 px targets must not shrink on a small
 * phone), so the px→rpx and px→rem conversions are off everywhere.
 */
const devicePixels = { pxtransform: { enable: false }, htmltransform: { enable: false } };

interface ChunkConfig {
  module: { set: (name: string, value: boolean) => void };
  optimization: { splitChunks: (options: object) => void };
  resolve: { alias: { set: (name: string, path: string) => void } };
}

/** An import that does not exist stops the build instead of becoming `undefined` on somebody's phone. */
const strictImports = (chain: ChunkConfig): void => chain.module.set('strictExportPresence', true);

/** What several pages use is loaded once: ours in one file, libraries in another; the uploader's only when a page needs it. */
function shapeBrowserBuild(chain: ChunkConfig): void {
  strictImports(chain);
  chain.resolve.alias.set('@tarojs/components/dist/components$', path.resolve(__dirname, 'no-web-components.js'));
  chain.optimization.splitChunks({
    chunks: 'all',
    minSize: 0,
    cacheGroups: {
      default: false,
      defaultVendors: false,
      uploader: { name: 'uploader', test: /node_modules[\\/](?:.pnpm[\\/])?(?:tus-js-client|js-base64|url-parse|querystringify|requires-port)/u, chunks: 'async', priority: 30 },
      libraries: { name: 'libraries', test: /node_modules/u, chunks: 'initial', priority: 20 },
      common: { name: 'common', minChunks: 3, chunks: 'async', priority: 10 },
    },
  });
}

export default defineConfig({
  projectName: 'kepu',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  jsMinimizer: 'esbuild',
  csso: { enable: true, config: { restructure: false } },
  esbuild: { minify: { enable: true, config: { target: 'es2018', legalComments: 'none' } } },
  defineConstants: {
    /** Where the mini-program finds the server; the browser build is served by it and needs no address. */
    KEPU_API: JSON.stringify(isWeapp ? (process.env.TARO_APP_API ?? 'http://localhost:3000') : ''),
  },
  mini: {
    postcss: devicePixels,
    compile: { include: [shared] },
    enableSourceMap: false,
    webpackChain: strictImports,
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    postcss: devicePixels,
    // Libraries come as modern JavaScript; what is too modern for our oldest browser the minifier lowers.
    compile: { include: [shared], exclude: [/node_modules/] },
    enableSourceMap: false,
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    webpackChain: shapeBrowserBuild,
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
  },
});
