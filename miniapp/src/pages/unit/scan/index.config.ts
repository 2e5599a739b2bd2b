export default definePageConfig({ navigationBarTitleText: '盖章扫描件' });
