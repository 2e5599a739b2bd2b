// The package's own types do not say where they are to a compiler that resolves as Node does.
declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: string; to: string }): (text: string) => string;
}
