package dev.signet.planted.admin;

class Second {}
