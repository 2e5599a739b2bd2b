export default definePageConfig({ navigationBarTitleText: '对照查看' });
