// The browser build draws with plain tags (src/platform/elements.h5.tsx). Taro's start code and router still
// register their web components; with these in their place, a hundred unused ones stay out of the bundle.
const nothing = () => undefined;

export const defineCustomElementTaroPullToRefreshCore = nothing;
export const defineCustomElementTaroTabbar = nothing;
export const defineCustomElementTaroSwiperCore = nothing;
export const defineCustomElementTaroSwiperItemCore = nothing;
