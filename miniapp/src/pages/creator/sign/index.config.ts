export default definePageConfig({ navigationBarTitleText: '承诺和签名' });
