export default definePageConfig({ navigationBarTitleText: '横屏签名', navigationStyle: 'custom', disableScroll: true });
